import { traditional } from './specimen.js';

export const OPENING =
  '行政長官李小明率領香港特區政府代表團與湖南省省長陳大文率領的湖南政府代表，今日（四月二十四日）在湖南省長沙市舉行湘港高層會晤暨湘港合作會議第十二次會議。';
export const SPEECH = '李小明表示，香港會與湖南一起向前走。';
const ANNOUNCED = '雙方就以下四個範疇的合作方向達成共識：';
const SIGNING =
  '政務司司長何一心與湖南省副省長歐陽文於會上簽署《湘港合作會議第十二次會議合作備忘錄》，兩地政府部門和機構亦簽署兩份合作文件：';
const LIST = [
  '（一）《甲市商務局與香港貿易發展局關於展覽的合作備忘錄》；及',
  '（二）《湘港青年交流合作意向書》。',
];
const FOOT = '責任編輯：某某 2025-04-24 19:58:59';

export interface Shape {
  heading: (title: string) => string;
  between?: string;
}

/** The areas of the Traditional specimen as a press release on the meeting gives them. */
export function report({ heading, between = '\n\n' }: Shape, foot = FOOT): string {
  const measures = traditional.areas.map((area) => ({
    ...area,
    measures: area.measures.map((measure) => measure.replace(/；$/, '。')),
  }));
  const list = measures.flatMap((area) => [heading(area.title), ...area.measures]);
  const head = ['湘港高層會晤暨湘港合作會議第十二次會議在長沙舉行', OPENING, '照片.jpg', SPEECH, ANNOUNCED];
  return [...head, ...list, heading('簽署文件'), SIGNING, ...LIST, foot].join(between);
}
