import { decodeText } from '../decode.js';
import { Archive } from './archive.js';
import { legible } from './legible.js';
import { type Progress, Unreadable } from './outcome.js';

export type InputKind = 'text' | 'docx' | 'pdf' | 'html' | 'xlsx' | 'csv';

export interface ReadText {
  kind: InputKind;
  text: string;
}

const HEAD = 4_096;

/** Whether a text is a page of the web rather than one that mentions a tag. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, HEAD).trimStart();
  return (
    /^(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}>\s*<(?:!doctype html|html[\s>]))/i.test(head) ||
    /<(?:head|body|meta|title|article|h[1-6]|table|div|p)(?:\s[^>]{0,500})?>/i.test(head)
  );
}

/**
 * The text of a file, whatever kind it is of: its content decides, not its name. What comes out is what ranges refer to.
 * What a kind needs is loaded when a file of it comes: a program that reads none starts without it.
 * @throws Unreadable with why not, where, and so how to mend it
 */
export async function readText(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadText> {
  const { kind, text } = await readKind(bytes, options);
  return { kind, text: legible(text) };
}

interface ReadOptions {
  fileName?: string;
  progress?: Progress;
}

async function readKind(
  bytes: Uint8Array,
  { fileName = '', progress = () => undefined }: ReadOptions,
): Promise<ReadText> {
  const start = String.fromCharCode(...bytes.subarray(0, 1_024));
  if (start.includes('%PDF-')) {
    const { readPdf } = await import('./pdf.js');
    return { kind: 'pdf', text: await readPdf(bytes, progress) };
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return readArchive(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(bytes);
  if (start.startsWith('{\\rtf')) throw new Unreadable('other_format', { kind: 'RTF' });
  const decoded = decodeText(bytes);
  if (isHtml(decoded.ok ? decoded.text : start)) {
    const { decodeHtml, readHtml } = await import('./html.js');
    return { kind: 'html', text: readHtml(decodeHtml(bytes)) };
  }
  if (!decoded.ok) throw new Unreadable('unreadable_file');
  const { readCsv } = await import('./workbook.js');
  const rows = readCsv(decoded.text, /\.(?:csv|tsv)$/i.test(fileName));
  return rows === null ? { kind: 'text', text: decoded.text } : { kind: 'csv', text: rows };
}

async function readArchive(bytes: Uint8Array): Promise<ReadText> {
  const archive = Archive.open(bytes);
  if (archive.names.some((name) => name.endsWith('vbaProject.bin'))) throw new Unreadable('macro_file');
  if (archive.has('word/document.xml')) {
    const { readDocx } = await import('./docx.js');
    return { kind: 'docx', text: readDocx(archive) };
  }
  if (archive.has('xl/workbook.xml')) {
    const { readWorkbook } = await import('./workbook.js');
    return { kind: 'xlsx', text: await readWorkbook(bytes) };
  }
  const other = /opendocument\.(text|spreadsheet)/.exec(archive.text('mimetype') ?? '')?.[1];
  if (other) throw new Unreadable('other_format', { kind: other === 'text' ? 'ODT' : 'ODS' });
  throw new Unreadable('unreadable_file');
}

/** What a file of the time before 2007 holds, or one that a password locks, stands in its directory in UTF-16. */
function oldOffice(bytes: Uint8Array): Unreadable {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new Unreadable('encrypted_file');
  if (holds('WordDocument')) return new Unreadable('other_format', { kind: 'DOC' });
  if (holds('Workbook')) return new Unreadable('other_format', { kind: 'XLS' });
  return new Unreadable('unreadable_file');
}
