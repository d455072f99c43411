import type { DraftLeftOut, LeftOutReason } from '#contracts/draft';
import type { Fit } from './layouts/layout.js';
import { endsSentence, type Line } from './lines.js';
import type { Sheet } from './sheet.js';
import { readDeclared } from './metadata/declared.js';
import { type Findings, noFindings, note } from './metadata/findings.js';
import { readDelegations } from './metadata/delegations.js';
import { readEnglishSurroundings } from './metadata/english/surroundings.js';
import { readLabels } from './metadata/labels.js';
import { readOccasion } from './metadata/occasion.js';
import { readCustodians, readHeads, readSides, readSignatories } from './metadata/parties.js';
import { dateLinesIn, findSignatures, isSignatureHead, type SignatureBlock } from './metadata/signatures.js';
import { findTitle, readTitle, type Title } from './metadata/title.js';
import { NUMBER } from './numerals.js';
import { type Paragraph, toParagraphs } from './paragraphs.js';
import { readSigning } from './metadata/signing.js';
import { isCaption } from './layouts/blocks.js';
import type { KnownOfText } from './known.js';
import { isRule } from './rules.js';
import { announcesSigned, isAnnexLabel, isClosing } from './words.js';

/** The meeting's data from the lines round the list, and those lines as what is left out of the register. */
export interface Surroundings {
  findings: Findings;
  title: Title | null;
  prose: Paragraph[];
  leftOut: DraftLeftOut[];
}

export function readSurroundings(sheet: Sheet, fit: Fit, known: KnownOfText): Surroundings {
  if (fit.language === 'en') return readEnglishSurroundings(sheet, fit, known);
  const { front, tail } = fit;
  const title = findTitle(front);
  const signatures = findSignatures(front) ?? findSignatures(tail);
  if (!title && !signatures) return readReport(sheet, fit, known);
  const findings = noFindings();
  const taken = new Set<Line>([...(title?.lines ?? []), ...(signatures?.lines ?? [])]);
  const after = toProse(sheet, tail, taken);
  const prose = [...toProse(sheet, front, taken), ...after];
  const loose = [...front, ...tail].filter((line) => !taken.has(line));
  readSides(prose, signatures, findings);
  readTitle(sheet, title, prose, findings);
  const dates = [...(signatures?.dates ?? []), ...dateLinesIn(loose)];
  const lines = [...front, ...tail];
  readOccasion(prose, lines, dates, known, findings);
  readLabels(lines, findings);
  readPlaceOfSigning(signatures, findings);
  readHeads(prose, findings);
  readSignatories(signatures, findings);
  readCustodians(prose, findings);
  readDeclared(prose, findings);
  // A preamble names what was signed in other years; what was signed with the memorandum stands after its measures.
  readSigning(sheet, after, findings);
  const leftOut = [
    ...leaveLines(sheet, front, title, signatures, () => 'preamble'),
    ...leaveLines(sheet, tail, title, signatures, (paragraph) =>
      tellsOfDocuments(paragraph, findings) ? 'signed_documents' : 'unrecognised',
    ),
  ];
  return { findings, title, prose, leftOut };
}

/** Where no word tells where the meeting was, it was where it was signed. */
function readPlaceOfSigning(signatures: SignatureBlock | null, findings: Findings): void {
  if (findings.meeting.place !== null || !signatures?.place) return;
  findings.meeting.place = signatures.place.name;
  note(findings, 'place', signatures.place.range);
}

/** A text that tells of the meeting: no memorandum's title, no signatures; who signed what stands in its sentences. */
function readReport(sheet: Sheet, { front, tail }: Fit, known: KnownOfText): Surroundings {
  const findings = noFindings();
  const none = new Set<Line>();
  const [before, after] = [toProse(sheet, front, none), toProse(sheet, tail, none)];
  const prose = [...before, ...after];
  readDelegations(sheet, prose, findings);
  if (findings.meeting.sides.length !== 2) readSides(prose, null, findings);
  readTitle(sheet, null, prose, findings);
  const lines = [...front, ...tail];
  readOccasion(prose, lines, dateLinesIn(lines), known, findings);
  readLabels(lines, findings);
  readHeads(prose, findings);
  readCustodians(prose, findings);
  readSigning(sheet, prose, findings);
  readDeclared(prose, findings);
  const leave = (paragraphs: Paragraph[], otherwise: LeftOutReason): DraftLeftOut[] =>
    articlesOf(paragraphs).flatMap((article) => {
      const related = isOfMeeting(article, findings);
      return article.flatMap((paragraph) => {
        const reason = related ? reportedReason(paragraph, findings, otherwise) : 'unrelated';
        return paragraph.lines.map(({ range }) => ({ range, reason }));
      });
    });
  const leftOut = [...leave(before, 'preamble'), ...leave(after, 'article')];
  return { findings, title: null, prose, leftOut };
}

/** "【某報訊】記者…", "某報訊（記者 …）": another article begins, its headline above it. */
const BYLINE = /【[^】]{1,20}】\s?(?:[記记]者|本[報报])|[訊讯電电][（(]\s?[記记]者/u;
const OPENING = 80;

function articlesOf(paragraphs: Paragraph[]): Paragraph[][] {
  const articles: Paragraph[][] = [[]];
  for (const paragraph of paragraphs) {
    if (BYLINE.test(paragraph.text.slice(0, OPENING))) {
      const above = articles.at(-1)!.at(-1);
      const headline = above && !endsSentence(above.text) ? articles.at(-1)!.pop()! : null;
      articles.push(headline ? [headline, paragraph] : [paragraph]);
    } else {
      articles.at(-1)!.push(paragraph);
    }
  }
  return articles;
}

/** An article under a byline of its own is about the meeting if it names the mechanism. */
function isOfMeeting([first, second, ...rest]: Paragraph[], { meeting }: Findings): boolean {
  const opening = [first, second].filter((paragraph) => paragraph !== undefined);
  if (!opening.some(({ text }) => BYLINE.test(text.slice(0, OPENING)))) return true;
  const { mechanism } = meeting;
  return mechanism === null || [...opening, ...rest].some(({ text }) => compact(text).includes(mechanism));
}

const compact = (text: string): string => text.replace(/[「」“”\s]/g, '');

/** Names a document that was signed, or announces a list of such. */
function tellsOfDocuments({ text, range: [start, end] }: Paragraph, { documents }: Findings): boolean {
  return documents.some(({ range }) => range[0] >= start && range[1] <= end) || announcesSigned(text);
}

function reportedReason(paragraph: Paragraph, findings: Findings, otherwise: LeftOutReason): LeftOutReason {
  const { text } = paragraph;
  if (isCaption(text)) return 'caption';
  if (tellsOfDocuments(paragraph, findings)) return 'signed_documents';
  if (SPEAKS.test(text.slice(0, OPENING)) || POINT.test(text)) return 'speech';
  if (otherwise === 'preamble') return 'preamble';
  if (/[簽签][署訂订]/.test(text)) return 'signed_documents';
  return endsSentence(text) || /[:：]$/.test(text) || text.length > LONGEST_LINE ? otherwise : 'editorial';
}

/** Who speaks, or which of his points this is. */
const SPEAKS = /(?:表示|指出|[強强][調调]|致[辭辞][時时]?)[，,：:]/;
const POINT = new RegExp(`(?:^|。)第[${NUMBER}]{1,3}[，,]`);
const LONGEST_LINE = 60;

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
  otherwise: (paragraph: Paragraph) => LeftOutReason,
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

function reasonOf(
  paragraph: Paragraph,
  underLabel: boolean,
  otherwise: (paragraph: Paragraph) => LeftOutReason,
): LeftOutReason {
  if (isClosing(paragraph.text)) return 'closing';
  if (underLabel) return 'annex_label';
  if (paragraph.lines.every(isSignatureHead)) return 'signature_block';
  return dateLinesIn(paragraph.lines).length === paragraph.lines.length
    ? 'signature_block'
    : otherwise(paragraph);
}
