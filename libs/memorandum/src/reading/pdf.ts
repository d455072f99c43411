import { getDocumentProxy } from 'unpdf';
import { limits } from '#contracts/limits';
import { joinsTight, LOOK } from '#contracts/reading';
import { type Progress, Unreadable } from './outcome.js';
import {
  findPageMarks,
  isPageNumber,
  type PdfLine,
  type Piece,
  runsOn,
  settingOf,
  toPdfLines,
} from './pdf-lines.js';
import { repairRadicals } from './radicals.js';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF: a line a paragraph, its typeset lines joined; page numbers and running heads on lines of their
 * own, with a form feed where a page begins.
 */
export async function readPdf(bytes: Uint8Array, progress: Progress): Promise<string> {
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > limits.importPages)
      throw new Unreadable('too_many_pages', { pages: pdf.numPages, max: limits.importPages });
    const pages: PdfLine[][] = [];
    const [from = 0, , to = 0] = (await pdf.getPage(1)).view;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number));
      progress(Math.round((number / pdf.numPages) * 100));
    }
    // A scan that was given page numbers has no more to read than one without.
    const marks = findPageMarks(pages);
    const empty = pages.filter((lines) =>
      lines.every((line) => marks.has(line) || isPageNumber(line)),
    ).length;
    if (empty > pages.length / 2) throw new Unreadable('scanned_file', { pages: empty });
    return demandWords(toText(pages, marks, to - from));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // It takes the bytes for itself; those that were handed over are still needed.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new Unreadable('encrypted_file');
    throw new Unreadable('damaged_file', { part: 'PDF' });
  }
}

async function readPage(pdf: PdfDocument, number: number): Promise<PdfLine[]> {
  try {
    const page = await pdf.getPage(number);
    // Normalised text would have half-width marks where the signed one has full-width ones.
    const { items } = await page.getTextContent({ disableNormalization: true });
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item)) return [];
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
      const height = item.height || Math.hypot(a, b);
      return [{ text: repairRadicals(item.str), x, y, width: item.width, height }];
    });
    page.cleanup();
    return toPdfLines(pieces, number);
  } catch {
    throw new Unreadable('damaged_file', { part: `PDF, ${number}` });
  }
}

/** A font that does not say what its shapes mean gives signs that mean nothing. */
function demandWords(text: string): string {
  const meaningless = text.match(/[\ue000-\uf8ff\ufffd\0-\x08]/g)?.length ?? 0;
  if (meaningless > text.length / 10) throw new Unreadable('unreadable_file');
  return text;
}

function toText(pages: PdfLine[][], marks: Set<PdfLine>, pageWidth: number): string {
  const all = pages.flat();
  const body = all.filter((line) => !marks.has(line));
  const setting = settingOf(body, pageWidth);
  const out: string[] = [];
  let paragraph: PdfLine[] = [];
  /** Marks of the pages that a paragraph runs over: they stand after it, or it would be two. */
  let pending: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) out.push(join(paragraph));
    out.push(...pending);
    paragraph = [];
    pending = [];
  };
  pages.forEach((lines, index) => {
    const own = lines.filter((line) => !marks.has(line));
    const top = own[0]?.y ?? 0;
    const onTop = lines.filter((line) => marks.has(line) && line.y > top);
    const below = lines.filter((line) => marks.has(line) && line.y <= top);
    if (index > 0) pending.push('\f');
    pending.push(...onTop.map(({ text }) => text));
    for (const line of own) {
      const before = paragraph.at(-1);
      if (!before || !runsOn(paragraph[0]!, before, line, setting)) {
        close();
        if (before?.page === line.page && (before.y - line.y) / line.height > setting.leading * 1.8)
          out.push('');
      }
      paragraph.push(line);
    }
    pending.push(...below.map(({ text }) => text));
  });
  close();
  return out.join('\n').replaceAll('\n\f\n', '\n\f');
}

/** Lines as one: nothing between Han characters, a space between Latin words. */
function join(lines: PdfLine[]): string {
  let text = '';
  for (const line of lines) {
    const words = line.text.trim();
    const tight = text === '' || joinsTight(text.slice(-LOOK), words.slice(0, LOOK));
    text += tight ? words : ` ${words}`;
  }
  return text;
}
