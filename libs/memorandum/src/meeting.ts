import type { DraftLeftOut, LeftOutReason } from '#contracts/draft';
import type { Fit } from './layouts/layout.js';
import { endsSentence, type Line } from './lines.js';
import type { Sheet } from './sheet.js';
import { readDeclared } from './metadata/declared.js';
import { type Findings, noFindings } from './metadata/findings.js';
import { readDelegations } from './metadata/delegations.js';
import { readOccasion, readReportedOccasion } from './metadata/occasion.js';
import { readCustodians, readHeads, readSides, readSignatories } from './metadata/parties.js';
import { dateLinesIn, findSignatures, type SignatureBlock } from './metadata/signatures.js';
import { findTitle, readTitle, type Title } from './metadata/title.js';
import { type Paragraph, toParagraphs } from './paragraphs.js';
import { readSigning } from './metadata/signing.js';
import { isCaption } from './layouts/blocks.js';
import { isRule } from './rules.js';
import { isAnnexLabel, isClosing } from './words.js';

/** The meeting's data from the lines round the list, and those lines as what is left out of the register. */
export interface Surroundings {
  findings: Findings;
  title: Title | null;
  leftOut: DraftLeftOut[];
}

export function readSurroundings(sheet: Sheet, fit: Fit): Surroundings {
  if (fit.isReport) return readReport(sheet, fit);
  const { front, tail } = fit;
  const findings = noFindings();
  const title = findTitle(front);
  const signatures = findSignatures(front) ?? findSignatures(tail);
  const taken = new Set<Line>([...(title?.lines ?? []), ...(signatures?.lines ?? [])]);
  const prose = [...toProse(sheet, front, taken), ...toProse(sheet, tail, taken)];
  const loose = [...front, ...tail].filter((line) => !taken.has(line));
  readSides(prose, signatures, findings);
  readTitle(sheet, title, prose, findings);
  readOccasion(prose, [...(signatures?.dates ?? []), ...dateLinesIn(loose)], findings);
  readHeads(prose, findings);
  readSignatories(signatures, findings);
  readCustodians(prose, findings);
  readDeclared(prose, findings);
  const leftOut = [
    ...leaveLines(sheet, front, title, signatures, 'preamble'),
    ...leaveLines(sheet, tail, title, signatures, 'unrecognised'),
  ];
  return { findings, title, leftOut };
}

/** A text that tells of the meeting: no memorandum's title, no signatures; who signed what stands in its sentences. */
function readReport(sheet: Sheet, { front, tail }: Fit): Surroundings {
  const findings = noFindings();
  const none = new Set<Line>();
  const [before, after] = [toProse(sheet, front, none), toProse(sheet, tail, none)];
  const prose = [...before, ...after];
  readDelegations(sheet, prose, findings);
  if (findings.meeting.sides.length !== 2) readSides(prose, null, findings);
  readTitle(sheet, null, prose, findings);
  readReportedOccasion(prose, [...front, ...tail], findings);
  readHeads(prose, findings);
  readSigning(prose, findings);
  readDeclared(prose, findings);
  const leave = (paragraphs: Paragraph[], otherwise: LeftOutReason): DraftLeftOut[] =>
    paragraphs.flatMap((paragraph) => {
      const reason = reportedReason(paragraph, findings, otherwise);
      return paragraph.lines.map(({ range }) => ({ range, reason }));
    });
  return { findings, title: null, leftOut: [...leave(before, 'preamble'), ...leave(after, 'article')] };
}

function reportedReason(
  { text, range }: Paragraph,
  { documents }: Findings,
  otherwise: LeftOutReason,
): LeftOutReason {
  if (isCaption(text)) return 'caption';
  if (documents.some((document) => document.range[0] >= range[0] && document.range[1] <= range[1]))
    return 'signed_documents';
  if (otherwise === 'preamble') return 'preamble';
  if (/[簽签][署訂订]/.test(text)) return 'signed_documents';
  return endsSentence(text) || /[:：]$/.test(text) ? otherwise : 'editorial';
}

/** Paragraphs, none of which goes across a label or a line that was taken out from between. */
function toProse(sheet: Sheet, lines: Line[], taken: Set<Line>): Paragraph[] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (taken.has(line) || isAnnexLabel(line.text)) runs.push([]);
    else if (isRule(line.text)) runs.push([line], []);
    else runs.at(-1)!.push(line);
  }
  return runs.flatMap((run) => toParagraphs(sheet, run));
}

/** Every line but the title's, with why it is in no measure. */
function leaveLines(
  sheet: Sheet,
  lines: Line[],
  title: Title | null,
  signatures: SignatureBlock | null,
  otherwise: LeftOutReason,
): DraftLeftOut[] {
  const left: DraftLeftOut[] = [];
  const signed = new Set(signatures?.lines);
  const titled = new Set(title?.lines);
  let run: Line[] = [];
  let underLabel = false;
  const leaveRun = (): void => {
    for (const paragraph of toParagraphs(sheet, run)) {
      if (endsSentence(paragraph.text)) underLabel = false;
      const reason = reasonOf(paragraph, underLabel, otherwise);
      for (const { range } of paragraph.lines) left.push({ range, reason });
    }
    run = [];
  };
  for (const line of lines) {
    const label = isAnnexLabel(line.text);
    if (!label && !signed.has(line) && !titled.has(line)) {
      run.push(line);
      continue;
    }
    leaveRun();
    if (label) left.push({ range: line.range, reason: 'annex_label' });
    else if (signed.has(line)) left.push({ range: line.range, reason: 'signature_block' });
    underLabel = label;
  }
  leaveRun();
  return left;
}

function reasonOf(paragraph: Paragraph, underLabel: boolean, otherwise: LeftOutReason): LeftOutReason {
  if (isClosing(paragraph.text)) return 'closing';
  if (underLabel) return 'annex_label';
  return dateLinesIn(paragraph.lines).length === paragraph.lines.length ? 'signature_block' : otherwise;
}
