import type { DraftLeftOut, LeftOutReason } from '#contracts/draft';
import { isDated, type OutlineBlock, toOutlineBlocks } from '../../layouts/outline-blocks.js';
import type { Fit } from '../../layouts/layout.js';
import type { KnownOfText } from '../../known.js';
import type { Line } from '../../lines.js';
import type { Surroundings } from '../../meeting.js';
import { type Paragraph, toParagraph } from '../../paragraphs.js';
import type { Sheet } from '../../sheet.js';
import { type Findings, noFindings, note } from '../findings.js';
import { rangeIn } from '../../normalise.js';
import { readEnglishDeclared } from './declared.js';
import { add, DOCUMENT_WORD, readEnglishSigning } from './documents.js';
import { type EnglishMeetingName, readEnglishMeetingName, readMechanismAlone } from './meeting-name.js';
import { readEnglishOccasion } from './occasion.js';
import { readEnglishCustodians, readEnglishHeads } from './people.js';
import { readEnglishSides, readOneSide } from './sides.js';
import { readSignatureBlock } from './signature-block.js';
import { findEnglishTitle } from './title.js';

/** The meeting's data from the words round an English list, and those lines as what is left out of the register. */
export function readEnglishSurroundings(
  sheet: Sheet,
  { front, tail }: Fit,
  known: KnownOfText,
): Surroundings {
  const findings = noFindings();
  const before = piecesOf(sheet, front);
  const after = piecesOf(sheet, tail);
  const blocks = [...before.blocks, ...after.blocks];
  const prose = blocks.map((block) => toParagraph(sheet, block.lines));
  const title = findEnglishTitle(before.blocks, prose);
  const named = readName(prose, findings);
  if (title) {
    findings.meeting.title ??= title.name;
    note(findings, 'title', title.paragraph.range);
  }
  const signed = readSignatureBlock([...front, ...tail], findings);
  if (findings.meeting.sides.length !== 2)
    readEnglishSides(
      prose,
      named && { paragraph: named.paragraph, phrase: named.name.mechanism },
      title?.paragraph ?? null,
      sheet.source,
      findings,
    );
  if (findings.meeting.sides.length === 0) readOneSide(title?.paragraph ?? null, sheet.source, findings);
  readEnglishOccasion(prose, [...front, ...tail], named?.name.mechanism.text ?? null, known, findings);
  readEnglishHeads(prose, findings);
  if (title?.signed) add(findings, title.paragraph.text, findings.meeting.sides, title.paragraph.range);
  readEnglishSigning(prose, blocks, findings);
  readEnglishCustodians(prose, findings);
  readEnglishDeclared(prose, findings);
  const leave = ({ blocks: pieces, stray }: Pieces, otherwise: LeftOutReason): DraftLeftOut[] => [
    ...pieces.flatMap((block) =>
      block.lines.map(({ range }) => ({ range, reason: reasonOf(block, signed, findings, otherwise) })),
    ),
    ...stray.map(({ range }): DraftLeftOut => ({ range, reason: 'rule' })),
    ...pieces.flatMap(({ asides }) => asides.filter(({ reason }) => reason === 'rule')),
  ];
  return {
    findings,
    title: null,
    prose,
    leftOut: [...leave(before, 'preamble'), ...leave(after, 'article')],
  };
}

type Pieces = ReturnType<typeof toOutlineBlocks>;

function piecesOf(sheet: Sheet, lines: Line[]): Pieces {
  return toOutlineBlocks(sheet, lines);
}

/** Mechanism and ordinal, as the first heading or sentence tells them. */
function readName(
  prose: Paragraph[],
  findings: Findings,
): { paragraph: Paragraph; name: EnglishMeetingName } | null {
  const { meeting } = findings;
  const found =
    firstName(prose, readEnglishMeetingName) ??
    firstName(prose, (text) => {
      const mechanism = readMechanismAlone(text);
      return mechanism && { title: mechanism.text, mechanism, ordinal: null };
    });
  if (!found) return null;
  const { paragraph, name } = found;
  meeting.mechanism = name.mechanism.text;
  meeting.title = name.title;
  note(findings, 'mechanism', rangeIn(paragraph, name.mechanism.start, name.mechanism.end));
  if (name.ordinal) {
    meeting.ordinal = name.ordinal.value;
    note(findings, 'ordinal', rangeIn(paragraph, name.ordinal.start, name.ordinal.end));
  }
  return found;
}

/** Enough of a paragraph to name the meeting that it tells of. */
const AHEAD = 4_000;

function firstName(
  prose: Paragraph[],
  read: (text: string) => EnglishMeetingName | null,
): { paragraph: Paragraph; name: EnglishMeetingName } | null {
  for (const paragraph of prose) {
    const name = read(paragraph.text.slice(0, AHEAD));
    if (name) return { paragraph, name };
  }
  return null;
}

const DOCUMENT = new RegExp(`\\b${DOCUMENT_WORD}\\b`, 'i');
const EDITORIAL =
  /^(?:ends?\/|-?\s?ends?\s?-?$|issued at |nnnn$|go to main content$|for (?:more|further) information|media |press release)/i;
const ANNEX = /^(?:annex|appendix|attachment|schedule)/i;

function reasonOf(
  block: OutlineBlock,
  signed: ReadonlySet<Line>,
  { documents }: Findings,
  otherwise: LeftOutReason,
): LeftOutReason {
  const { head, lines } = block;
  const [start, end] = [lines[0]!.range[0], lines.at(-1)!.range[1]];
  if (lines.some((line) => signed.has(line))) return 'signature_block';
  if (documents.some(({ range }) => range[0] >= start && range[1] <= end)) return 'signed_documents';
  if (EDITORIAL.test(head)) return 'editorial';
  if (isDated(head)) return 'signature_block';
  if (block.kind === 'end') return ANNEX.test(head) ? 'annex_label' : 'closing';
  if (otherwise === 'preamble') return 'preamble';
  if (/\bsigned\b/.test(head) && DOCUMENT.test(head)) return 'signed_documents';
  return block.kind === 'text' ? otherwise : 'editorial';
}
