import type { DraftLeftOut, LeftOutReason } from '#contracts/draft';
import type { Fit } from './layouts/layout.js';
import type { Line } from './lines.js';
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

/** What tells of a meeting stands near its list or at the ends of a text: so many lines of either are looked through. */
const NEAR = 1_000;

export function readSurroundings(sheet: Sheet, fit: Fit, known: KnownOfText): Surroundings {
  const [front, tail] = [edgesOf(fit.front), edgesOf(fit.tail)];
  const read = fit.language === 'en' ? readEnglishSurroundings : readChineseSurroundings;
  const found = read(sheet, { ...fit, front: front.near, tail: tail.near }, known);
  const unread = [...front.far, ...tail.far].map(({ range }): DraftLeftOut => ({
    range,
    reason: 'unrecognised',
  }));
  return { ...found, leftOut: [...found.leftOut, ...unread] };
}

function edgesOf(lines: Line[]): { near: Line[]; far: Line[] } {
  const end = Math.max(NEAR, lines.length - NEAR);
  return { near: [...lines.slice(0, NEAR), ...lines.slice(end)], far: lines.slice(NEAR, end) };
}

function readChineseSurroundings(sheet: Sheet, fit: Fit, known: KnownOfText): Surroundings {
  const { front, tail } = fit;
  const title = findTitle(front);
  const signatures = findSignatures(front) ?? findSignatures(tail);
  if (!title && !signatures) return readReport(sheet, fit, known);
  const findings = noFindings();
  const taken = new Set<Line>([...(title?.lines ?? []), ...(signatures?.lines ?? [])]);
  const [above, below] = [toPieces(sheet, front, taken), toPieces(sheet, tail, taken)];
  const after = below.filter(isParagraph);
  const prose = [...above.filter(isParagraph), ...after];
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
    ...leaveLines(above, signatures, () => 'preamble'),
    ...leaveLines(below, signatures, (paragraph) =>
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
  const proseOf = (lines: Line[]): Paragraph[] => toPieces(sheet, lines, NONE).filter(isParagraph);
  const [before, after] = [proseOf(front), proseOf(tail)];
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

const NONE: ReadonlySet<Line> = new Set();

/** "【某報訊】記者…", "某報訊（記者 …）": another article begins, its headline above it. */
const BYLINE = /【[^】]{1,20}】\s?(?:[記记]者|本[報报])|[訊讯電电][（(]\s?[記记]者/u;
const OPENING = 80;

function articlesOf(paragraphs: Paragraph[]): Paragraph[][] {
  const articles: Paragraph[][] = [[]];
  for (const paragraph of paragraphs) {
    if (BYLINE.test(paragraph.text.slice(0, OPENING))) {
      const above = articles.at(-1)!.at(-1);
      const headline = above && !above.ended ? articles.at(-1)!.pop()! : null;
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
  const { text, ended } = paragraph;
  if (isCaption(text)) return 'caption';
  if (tellsOfDocuments(paragraph, findings)) return 'signed_documents';
  if (SPEAKS.test(text.slice(0, OPENING)) || POINT.test(text)) return 'speech';
  if (otherwise === 'preamble') return 'preamble';
  if (/[簽签][署訂订]/.test(text)) return 'signed_documents';
  return ended || /[:：]$/.test(text) || text.length > LONGEST_LINE ? otherwise : 'editorial';
}

/** Who speaks, or which of his points this is. */
const SPEAKS = /(?:表示|指出|[強强][調调]|致[辭辞][時时]?)[，,：:]/;
const POINT = new RegExp(`(?:^|。)第[${NUMBER}]{1,3}[，,]`);
const LONGEST_LINE = 60;

/** Lines that were taken out, and labels, as they are; the others as paragraphs, none of which goes across such a line or a rule. */
function toPieces(sheet: Sheet, lines: Line[], taken: ReadonlySet<Line>): (Line | Paragraph)[] {
  const pieces: (Line | Paragraph)[] = [];
  let run: Line[] = [];
  const close = (): void => {
    for (const paragraph of toParagraphs(sheet, run)) pieces.push(paragraph);
    run = [];
  };
  for (const line of lines) {
    const [out, rule] = [taken.has(line) || isAnnexLabel(line.text), isRule(line.text)];
    if (out || rule) close();
    if (out) pieces.push(line);
    else run.push(line);
    if (rule) close();
  }
  close();
  return pieces;
}

const isParagraph = (piece: Line | Paragraph): piece is Paragraph => 'lines' in piece;

/** Every line but the title's, with why it is in no measure. */
function leaveLines(
  pieces: (Line | Paragraph)[],
  signatures: SignatureBlock | null,
  otherwise: (paragraph: Paragraph) => LeftOutReason,
): DraftLeftOut[] {
  const left: DraftLeftOut[] = [];
  const signed = new Set(signatures?.lines);
  let underLabel = false;
  for (const piece of pieces) {
    if (isParagraph(piece)) {
      if (piece.ended) underLabel = false;
      const reason = reasonOf(piece, underLabel, otherwise);
      for (const { range } of piece.lines) left.push({ range, reason });
    } else {
      underLabel = isAnnexLabel(piece.text);
      if (underLabel) left.push({ range: piece.range, reason: 'annex_label' });
      else if (signed.has(piece)) left.push({ range: piece.range, reason: 'signature_block' });
    }
  }
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
