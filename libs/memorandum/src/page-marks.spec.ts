import { readText } from './reading/read-text.js';
import { pdfOf } from '#testing/documents';
import { findPageMarks, type PdfLine } from './reading/pdf-lines.js';
import { toSheet } from './sheet.js';

const marksOf = (text: string): string[] => toSheet(text).pageMarks.map((range) => text.slice(...range));

test('the head of two pages is one where both begin with it', () => {
  expect(marksOf('Gazette No. 7\nTrade\nHold fairs.\n\fGazette No. 7\nExchange lists.')).toEqual([
    'Gazette No. 7',
  ]);
  expect(marksOf('Trade\nHold fairs.\n\fFinance\nExchange lists.')).toEqual([]);
  expect(marksOf('Trade\nHold fairs.\nTrade\nExchange lists.')).toEqual([]);
});

test('a PDF of two pages tells its head once', async () => {
  const paragraphs = Array.from({ length: 50 }, (_, n) => `Measure ${n + 1} is a sentence.`);
  const { text } = await readText(pdfOf(paragraphs, { head: 'Gazette' }));
  expect(toSheet(text).lines.map((line) => line.text)).toEqual(['Gazette', ...paragraphs]);
});

test('a line that comes again all over the pages is none of their edges', () => {
  const line = (text: string, y: number, page: number): PdfLine => ({
    ...{ text, y, page },
    ...{ left: 70, right: 200, height: 11 },
  });
  const pages = [1, 2, 3].map((page) => [
    line('Gazette', 800, page),
    line(`Measure ${'abc'[page - 1]}`, 780, page),
    line('Status: complete', 500, page),
    line('Status: complete', 300, page),
    line('Status: complete', 60, page),
    line(String(page), 40, page),
  ]);
  const marks = [...findPageMarks(pages)].map(({ text }) => text);
  expect(marks.sort()).toEqual(['1', '2', '3', 'Gazette', 'Gazette', 'Gazette']);
});
