import { traditional, han, set, type Specimen } from '#memorandum/specimen';
import { parseMemorandum } from '#memorandum/parse';
import { readText } from '#memorandum/reading/read-text';
import { writeXlsx } from 'hucre/xlsx';
import { docxOf, htmlOf, pdfOf } from '../documents.js';

/** As long as such texts come: some sixty pages. */
const AREAS = 90;
const MEASURES = 12;

const long: Specimen = {
  ...traditional,
  areas: Array.from({ length: AREAS }, (_, area) => ({
    title: `${traditional.areas[area % traditional.areas.length]!.title}之${han(area + 1)}`,
    measures: Array.from(
      { length: MEASURES },
      (__, measure) =>
        `支持兩地機構於第${han(measure + 1)}年合作。${traditional.areas[0]!.measures[0]!.replace('；', '。')}`,
    ),
  })),
};
const annex = set(long, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` });
const wrapped = set(long, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. `, wrap: 36 });
const rule = '\n————\n';
const report = [
  ...[...long.title, ...long.preamble, '雙方就以下範疇達成合作共識：'],
  ...long.areas.flatMap(({ title, measures }) => [title + rule, ...measures]),
].join('\n\n');
const rows = [
  ['序號', '合作範疇', '合作措施'],
  ...long.areas.flatMap(({ title, measures }) => measures.map((text, at) => [String(at + 1), title, text])),
];
const table = rows.map((row) => row.join('\t')).join('\n');

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
  for (const [name, text] of Object.entries({
    'numbered annex': annex,
    'numbered annex, wrapped': wrapped,
    'headings and paragraphs': report,
    table,
  })) {
    if (!parseMemorandum(text).ok) throw new Error(`${name}: the text of the bench is not read`);
    const bytes = Buffer.byteLength(text);
    show(name, await throughput(bytes, seconds, () => parseMemorandum(text)), (bytes / 1_000).toFixed(0));
  }
  console.log('');
  show('reading', 'text MB/s', 'file MB/s', 'file kB');
  const files: Record<string, Uint8Array> = {
    text: Buffer.from(annex),
    docx: await docxOf(paragraphs),
    pdf: pdfOf(lines),
    html: htmlOf(paragraphs),
    xlsx: await writeXlsx({ sheets: [{ name: 'a', rows }] }),
    csv: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  };
  for (const [kind, file] of Object.entries(files)) {
    const read = await readText(file);
    if (read.kind !== kind) throw new Error(`${kind} was taken for ${read.kind}`);
    const text = Buffer.byteLength(read.text);
    const rate = Number(await throughput(text, seconds, () => readText(file)));
    show(kind, rate.toFixed(2), ((rate * file.length) / text).toFixed(2), (file.length / 1_000).toFixed(0));
  }
}
