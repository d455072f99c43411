import type { Range } from '#contracts/draft';
import type { Line } from '../lines.js';
import { datesIn } from './dates.js';
import { type Findings, note } from './findings.js';

const WHAT = '(?:[會会][議议])?(?:召[開开]|[舉举]行|[簽签][署訂订約约])?';
const DAY = new RegExp(`^${WHAT}(?:[時时][間间]|日期)\\s?[:：]`);
const PLACE = new RegExp(`^${WHAT}(?:地[點点]|[場场]地)\\s?[:：]\\s?(\\p{Script=Han}{2,20})$`, 'u');
const SIDES =
  /^(?:出席|[參参]加|[參参][會会]|合作|[雙双]方)[^:：]{0,4}[:：]\s?(\p{Script=Han}{2,24}政府)\s?[、與与和及]\s?(\p{Script=Han}{2,24}政府)/u;
/** "甲方：…" on one line, and "乙方：…" on another. */
const SIDE = /^[甲乙]\s?方\s?[:：]\s?(\p{Script=Han}{2,24}政府)$/u;
/** "（2025年6月3日於西嶺）" */
const DAY_AND_PLACE = /^[（(][^（）()]{6,24}日\s?[於于在，,]\s?(\p{Script=Han}{2,8})[）)]$/u;
const WIDEST = 120;

/** "會議時間：…", "會議地點：…", "（某日於某地）", "出席：甲政府、乙政府", where no sentence has said it. */
export function readLabels(lines: Line[], findings: Findings): void {
  const { meeting } = findings;
  readSideLines(lines, findings);
  for (const { text, range, width } of lines) {
    if (width > WIDEST || !/[:：）)]/.test(text)) continue;
    const together = DAY_AND_PLACE.exec(text);
    const day = meeting.date === null && (together || DAY.test(text)) ? datesIn(text)[0] : undefined;
    if (day) {
      meeting.date = day.date;
      note(findings, 'date', [range[0] + day.start, range[0] + day.end]);
    }
    const place = meeting.place === null ? (together ?? PLACE.exec(text))?.[1] : undefined;
    if (place) {
      meeting.place = place;
      const at = range[0] + text.lastIndexOf(place);
      note(findings, 'place', [at, at + place.length]);
    }
    const sides = meeting.sides.length !== 2 ? SIDES.exec(text) : null;
    if (!sides) continue;
    meeting.sides = [sides[1]!, sides[2]!];
    for (const side of meeting.sides) {
      const at = range[0] + text.indexOf(side);
      note(findings, 'side', [at, at + side.length]);
    }
  }
}

function readSideLines(lines: Line[], findings: Findings): void {
  const { meeting } = findings;
  if (meeting.sides.length === 2) return;
  const named = lines.flatMap(({ text, range }) => {
    const side = SIDE.exec(text)?.[1];
    return side ? [{ side, range: [range[1] - side.length, range[1]] as Range }] : [];
  });
  const [one, other, ...more] = named;
  if (!one || !other || more.length > 0 || one.side === other.side) return;
  meeting.sides = [one.side, other.side];
  for (const { range } of [one, other]) note(findings, 'side', range);
}
