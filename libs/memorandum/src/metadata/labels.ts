import type { Line } from '../lines.js';
import { datesIn } from './dates.js';
import { type Findings, note } from './findings.js';

const DAY = /^(?:[會会][議议])?(?:召[開开]|[舉举]行)?(?:[時时][間间]|日期)\s?[:：]/;
const PLACE =
  /^(?:[會会][議议])?(?:召[開开]|[舉举]行)?(?:地[點点]|[場场]地)\s?[:：]\s?(\p{Script=Han}{2,20})$/u;
const SIDES =
  /^(?:出席|[參参]加|[參参][會会]|合作|[雙双]方)[^:：]{0,4}[:：]\s?(\p{Script=Han}{2,24}政府)\s?[、與与和及]\s?(\p{Script=Han}{2,24}政府)/u;
const WIDEST = 120;

/** "會議時間：…", "會議地點：…", "出席：甲政府、乙政府", where no sentence has said it. */
export function readLabels(lines: Line[], findings: Findings): void {
  const { meeting } = findings;
  for (const { text, range, width } of lines) {
    if (width > WIDEST || !/[:：]/.test(text)) continue;
    const day = meeting.date === null && DAY.test(text) ? datesIn(text)[0] : undefined;
    if (day) {
      meeting.date = day.date;
      note(findings, 'date', [range[0] + day.start, range[0] + day.end]);
    }
    const place = meeting.place === null ? PLACE.exec(text)?.[1] : undefined;
    if (place) {
      meeting.place = place;
      note(findings, 'place', [range[1] - place.length, range[1]]);
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
