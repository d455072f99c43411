import type { DraftMeeting } from '#contracts/draft';
import { matchesIn } from '../matches.js';
import { rangeIn } from '../normalise.js';
import { NUMBER, readNumber } from '../numerals.js';
import type { Paragraph } from '../paragraphs.js';
import { DOCUMENT_WORD } from '../words.js';
import { type Findings, note } from './findings.js';

type Declared = keyof DraftMeeting['declared'];

const N = `([${NUMBER}]{1,5})\\s?`;

/**
 * "等十一個領域深入合作", "以下13個範疇", "共51個項目", "簽署四份合作文件". A number of fields counts only
 * where the sentence agrees on them: "四個新興領域" or "香港的四個領域" in a speech is no declaration.
 */
const SHAPES: { what: Declared; shape: RegExp }[] = [
  {
    what: 'areas',
    shape: new RegExp(
      `(?:等|以下|下列|上述|共|就|[確确]立了?|[涵覆][蓋盖]了?|在)\\s?${N}(?:個|个|大|項|项)(?:重[點点])?(?:合作)?(?:領域|领域|範疇|范畴|方面)(?=(.{0,12}))`,
      'g',
    ),
  },
  {
    what: 'measures',
    shape: new RegExp(
      `${N}(?:項|项|個|个|條|条)(?:具[體体])?(?:合作)?(?:措施|項目|项目|事項|事项|舉措|举措)(?=(.{0,12}))`,
      'g',
    ),
  },
  {
    what: 'documents',
    shape: new RegExp(
      `(?:[簽签][署訂订][^。；]{0,12}?|》等)${N}(?:份|項|项)(?:合作)?${DOCUMENT_WORD}(?=(.{0,12}))`,
      'g',
    ),
  },
];

/** Spares every other paragraph the search. */
const COUNTED = /[個个大項项條条份]/;
const AGREED = /合作|共[識识]|同意|[達达]成/;

export function readDeclared(prose: Paragraph[], findings: Findings): void {
  const counting = prose.filter(({ text }) => COUNTED.test(text));
  for (const { what, shape } of SHAPES) {
    for (const paragraph of counting) {
      for (const match of matchesIn(paragraph.text, shape)) {
        const count = readNumber(match[1]!);
        if (count === null || count === 0 || findings.meeting.declared[what] !== null) continue;
        if (
          what === 'areas' &&
          !/^(?:等|以下|下列|上述)/.test(match[0]) &&
          !AGREED.test(match[0] + match[2]!)
        )
          continue;
        findings.meeting.declared[what] = count;
        note(findings, `declared_${what}`, rangeIn(paragraph, match.index, match.index + match[0].length));
      }
    }
  }
}
