import type { DraftLeftOut, LeftOutReason } from '#contracts/draft';
import type { Fit } from './layouts/layout.js';
import { endsSentence, type Line } from './lines.js';
import type { Sheet } from './sheet.js';
import { readDeclared } from './metadata/declared.js';
import { type Findings, noFindings } from './metadata/findings.js';
import { readOccasion } from './metadata/occasion.js';
import { readCustodians, readHeads, readSides, readSignatories } from './metadata/parties.js';
import { dateLinesIn, findSignatures, type SignatureBlock } from './metadata/signatures.js';
import { findTitle, readTitle, type Title } from './metadata/title.js';
import { type Paragraph, toParagraphs } from './paragraphs.js';
import { isAnnexLabel, isClosing } from './words.js';

/** The meeting's data from the lines round the list, and those lines as what is left out of the register. */
export interface Surroundings {
  findings: Findings;
  title: Title | null;
  leftOut: DraftLeftOut[];
}

export function readSurroundings(sheet: Sheet, { front, tail }: Fit): Surroundings {
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

/** Paragraphs, none of which goes across a label or a line that was taken out from between. */
function toProse(sheet: Sheet, lines: Line[], taken: Set<Line>): Paragraph[] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (taken.has(line) || isAnnexLabel(line.text)) runs.push([]);
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
