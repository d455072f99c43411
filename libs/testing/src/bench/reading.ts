import { parseMemorandum } from '#memorandum/parse';
import { type InputKind, readText } from '#memorandum/reading/read-text';
import { writeXlsx } from 'hucre/xlsx';
import { docxOf, htmlOf, pdfOf } from '../documents.js';
import { encode, utf16 } from '../encodings.js';
import { annex, check, rows, texts } from './texts.js';

const lines = annex.split('\n');
const paragraphs = lines.map((text) => ({ text }));

/** Megabytes of what is given, a second, over as many turns as fit into the time. */
async function throughput(bytes: number, seconds: number, work: () => unknown): Promise<string> {
  await work();
  const start = performance.now();
  let turns = 0;
  do {
    await work();
    turns += 1;
  } while (performance.now() - start < seconds * 1_000);
  return ((bytes * turns) / 1e6 / ((performance.now() - start) / 1_000)).toFixed(2);
}

const show = (name: string, ...cells: string[]): void =>
  console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(14)).join(''));

/** How fast each layout is parsed, and each kind of file made into text. */
export async function readings(seconds: number): Promise<void> {
  console.log('');
  show('parsing', 'text MB/s', 'text kB');
  for (const [name, bench] of Object.entries(texts)) {
    check(name, bench);
    const { text } = bench;
    const bytes = Buffer.byteLength(text);
    show(name, await throughput(bytes, seconds, () => parseMemorandum(text)), (bytes / 1_000).toFixed(0));
  }
  console.log('');
  show('reading', 'text MB/s', 'file MB/s', 'file kB');
  const files: [InputKind, string, Uint8Array][] = [
    ['text', 'UTF-8', Buffer.from(annex)],
    ['text', 'UTF-16', utf16(annex, 'le', true)],
    ['text', 'GB18030', encode(annex, 'gb18030')],
    ['text', 'Big5', encode(annex.replaceAll('〇', '零'), 'big5')],
    ['docx', 'DOCX', await docxOf(paragraphs)],
    ['pdf', 'PDF', pdfOf(lines)],
    ['html', 'HTML', htmlOf(paragraphs)],
    ['xlsx', 'XLSX', await writeXlsx({ sheets: [{ name: 'a', rows }] })],
    ['csv', 'CSV', Buffer.from(rows.map((row) => row.join(',')).join('\n'))],
  ];
  for (const [kind, name, file] of files) {
    const read = await readText(file);
    if (read.kind !== kind) throw new Error(`${name} was taken for ${read.kind}`);
    const text = Buffer.byteLength(read.text);
    const rate = Number(await throughput(text, seconds, () => readText(file)));
    show(name, rate.toFixed(2), ((rate * file.length) / text).toFixed(2), (file.length / 1_000).toFixed(0));
  }
}
