import { matchesIn } from '../matches.js';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import type { Sheet } from '../sheet.js';
import { type Findings, note } from './findings.js';

const DELEGATION = /率[領领]的?(\p{Script=Han}[^，。；、：\n]{1,30}?)代表/gu;

/** The two sides as their delegations are named, for a report that nowhere pairs the two governments. */
export function readDelegations(sheet: Sheet, prose: Paragraph[], findings: Findings): void {
  const { meeting } = findings;
  for (const paragraph of prose) {
    const found = [...matchesIn(paragraph.text, DELEGATION)].slice(0, 2);
    const sides = found.map((match) => governmentOf(match[1]!, sheet.source));
    if (sides.length < 2 || sides[0] === sides[1]) continue;
    meeting.sides = sides;
    for (const match of found) {
      const start = match.index + match[0].indexOf(match[1]!);
      note(findings, 'side', rangeIn(paragraph, start, start + match[1]!.length));
    }
    return;
  }
}

const FULL = ['特別行政區政府', '特别行政区政府'];
/** Whether a text calls governments by their full names at all. */
const FORMAL = /特[別别]行政[區区](?:[（(][^（）()]{1,8}[）)])?政府|人民政府/u;

/** The government's own name, as far as the text gives names in full: "甲特區政府" where the text also says 特別行政區政府, "乙市" as 乙市人民政府. */
function governmentOf(written: string, source: string): string {
  const name = written.replace(/[（(][^（）()]{1,20}[）)]/gu, '');
  const special = /^(.{0,4})特[區区](?:政府)?$/u.exec(name);
  if (special) {
    const place = special[1]! || (/(\p{Script=Han}{2})特[區区]政府/u.exec(source)?.[1] ?? '');
    return (
      FULL.map((end) => place + end).find((full) => source.includes(full)) ??
      place + name.slice(special[1]!.length)
    );
  }
  if (/(?:[省市區区]|行政[區区])(?:人民)?政府$/u.test(name)) return name;
  const place = name.replace(/政府$/, '');
  if (/[省市]$|自治[區区]$/u.test(place)) return `${place}人民政府`;
  const unit = ['省', '市'].find((each) => source.includes(place + each));
  if (!unit) return name;
  return FORMAL.test(source) ? `${place}${unit}人民政府` : place + unit;
}
