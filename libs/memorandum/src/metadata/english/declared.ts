import type { DraftMeeting } from '#contracts/draft';
import { rangeIn } from '../../normalise.js';
import type { Paragraph } from '../../paragraphs.js';
import { type Findings, note } from '../findings.js';
import { COUNT, readEnglishNumber } from './numbers.js';
import { matchesOf } from './phrases.js';

type Declared = keyof DraftMeeting['declared'];

/** What the things counted are called besides; another count, or what is counted itself, is none of that. */
const SOME = '(?:(?!(?:in|of|and|under|measures|items)\\b)[\\w-]{2,20}\\s){0,3}?';

/** "the following six co-operation areas", "51 items", "signed five co-operation documents". */
const SHAPES: { what: Declared; shape: RegExp }[] = [
  {
    what: 'areas',
    shape: new RegExp(`\\b(${COUNT})\\s${SOME}(?:areas|fields|themes|pillars|topics)\\b`, 'gi'),
  },
  {
    what: 'measures',
    shape: new RegExp(
      `\\b(${COUNT})\\s${SOME}(?:items|measures|initiatives|projects|commitments|actions)\\b`,
      'gi',
    ),
  },
  {
    what: 'documents',
    shape: new RegExp(
      `\\b(${COUNT})\\s${SOME}(?:documents|agreements|memoranda|MOUs)\\swere\\ssigned\\b`,
      'gi',
    ),
  },
  {
    what: 'documents',
    shape: new RegExp(
      `\\bsigned\\s(?:a total of\\s)?(${COUNT})\\s${SOME}(?:documents?|agreements?|memoranda|MOUs?)\\b`,
      'gi',
    ),
  },
];

const AGREED =
  /\b(?:agreed?|consensus|co-?operat\w{2,5}|following|cover(?:s|ing)?|under|contains?|sets? out|comprises?|comprising|in total)\b/i;
const NEAR = 120;

export function readEnglishDeclared(prose: Paragraph[], findings: Findings): void {
  for (const { what, shape } of SHAPES) {
    for (const paragraph of prose) {
      for (const match of matchesOf(paragraph.text, shape)) {
        if (findings.meeting.declared[what] !== null) break;
        const count = readEnglishNumber(match[1]!);
        const end = match.index + match[0].length;
        const round = paragraph.text.slice(Math.max(0, match.index - NEAR), end + NEAR);
        if (!count || (what !== 'documents' && !AGREED.test(round))) continue;
        findings.meeting.declared[what] = count;
        note(findings, `declared_${what}`, rangeIn(paragraph, match.index, end));
      }
    }
  }
}
