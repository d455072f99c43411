import type { Draft, Range } from '#contracts/draft';
import { docxOf, htmlOf, pdfOf, type WordParagraph } from '#testing/documents';
import { describeWith, MEMORANDA } from '#testing/requires';
import { Converter } from 'opencc-js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOutlineMarker } from '../layouts/outline-markers.js';
import type { Line } from '../lines.js';
import { type NumberStyle, readMarker } from '../markers.js';
import { isEnglish } from '../metadata/english/language.js';
import { groupLines } from '../paragraphs.js';
import { parseMemorandum } from '../parse.js';
import { isRule } from '../rules.js';
import { type Sheet, toSheet } from '../sheet.js';
import { readRange } from '#contracts/reading';
import { readText } from './read-text.js';

const bare = (text: string): string => text.replace(/\s+/g, '');

/** What a register is made of, however it was typeset. */
function registerOf(draft: Draft) {
  const { meeting } = draft;
  return {
    areas: draft.areas.map(({ ordinal, title, measures }) => ({
      ...{ ordinal, title: bare(title) },
      measures: measures.map((measure) => `${measure.ordinal} ${bare(measure.text)}`),
    })),
    documents: draft.signedDocuments.map(({ title }) => bare(title)),
    date: meeting.date,
    place: meeting.place,
    ordinal: meeting.ordinal,
    mechanism: meeting.mechanism && bare(meeting.mechanism),
    sides: meeting.sides.map(bare),
    declared: meeting.declared,
  };
}

function read(text: string): Draft | null {
  const result = parseMemorandum(text);
  return result.ok ? result.draft : null;
}

/**
 * The lines of each paragraph as its author meant it: a line that an English text leaves short was ended on purpose, and
 * the lines of an item go on to its end, to an empty line or to an item below it.
 */
function typed(sheet: Sheet, items: Range[]): Line[][] {
  const groups = groupLines(sheet, sheet.lines);
  if (!isEnglish(sheet) || sheet.wrap === null) return groups;
  const room = sheet.wrap * 0.9;
  const out: Line[][] = [];
  for (const line of groups.flat()) {
    const before = out.at(-1)?.at(-1);
    const within = items.some(([start, end]) => line.range[0] > start && line.range[0] < end);
    const [word] = line.text.split(' ');
    const full = before && before.indent + before.width + 1 + word!.length > room;
    const goesOn = within
      ? line.blanks <= sheet.spacing && readOutlineMarker(line.text) === null
      : full && !groups.some(([first]) => first === line);
    if (goesOn) out.at(-1)!.push(line);
    else out.push([line]);
  }
  return out;
}

/** The text's paragraphs, each on a line, as somebody who types it anew would have them. */
function paragraphsOf(text: string): { text: string; rule: boolean }[] {
  const sheet = toSheet(text);
  const { areas, metadata } = read(text)!;
  const titles = metadata.filter(({ field }) => field === 'title').flatMap(({ range }) => range);
  const pieces = areas.flatMap((area) => [area, ...area.measures]);
  const cuts = [...titles, ...pieces.flatMap(({ marker, range }) => [marker?.[0] ?? range[0], range[1]])];
  const measures = areas.flatMap((area) => area.measures.map(({ range }) => range));
  return typed(sheet, measures).flatMap((lines) => {
    // An empty line more than stands between any two is one that was meant.
    const apart = lines[0]!.blanks > sheet.spacing ? [{ text: '', rule: false }] : [];
    const parts = lines.some((line) => isRule(line.text)) ? lines.map((line) => [line]) : [lines];
    const filled = parts.flatMap((part) => {
      const [start, end] = [part[0]!.range[0], part.at(-1)!.range[1]];
      const inside = cuts.filter((cut) => cut > start && cut < end).sort((x, y) => x - y);
      const places = [start, ...new Set(inside), end];
      return places.slice(1).map((to, at) => {
        const words = readRange(text, [places[at]!, to], sheet.pageMarks).text;
        return { text: words, rule: isRule(words) };
      });
    });
    return [...apart, ...filled];
  });
}

/** A heading with a rule under it is one that the document's own format can show. */
function withHeadings(text: string): { text: string; heading: boolean }[] {
  const paragraphs = paragraphsOf(text);
  return paragraphs.flatMap((paragraph, at) =>
    paragraph.rule
      ? []
      : [
          {
            ...paragraph,
            heading: paragraphs.slice(at + 1).find(({ text: words }) => words !== '')?.rule === true,
          },
        ],
  );
}

/** 一、 and 1. taken off the list's own pieces: Word is to make them. */
function numberedByWord(text: string, draft: Draft): WordParagraph[] {
  const pieces = draft.areas.flatMap((area) => [
    ...(area.marker ? [bare(area.title)] : []),
    ...area.measures.map((measure) => bare(measure.text)),
  ]);
  const levels: Partial<Record<NumberStyle, number>> = { han: 0, figure: 1 };
  return paragraphsOf(text).map((paragraph) => {
    const marker = readMarker(paragraph.text);
    const level = marker ? levels[marker.style] : undefined;
    const rest = paragraph.text.slice(marker?.length ?? 0);
    return level !== undefined && pieces.includes(bare(rest))
      ? { text: rest, numbered: { level, list: 0 } }
      : { text: paragraph.text };
  });
}

const names = existsSync(MEMORANDA) ? readdirSync(MEMORANDA).filter((name) => name.endsWith('.txt')) : [];
const originals = names.map((name) => [name, readFileSync(join(MEMORANDA, name), 'utf8')] as const);
const simplify = (Converter as (scripts: { from: 'hk'; to: 'cn' }) => (text: string) => string)({
  from: 'hk',
  to: 'cn',
});
const texts = originals.flatMap(([name, text]) => {
  const twin = simplify(text);
  return twin === text
    ? [[name, text] as const]
    : [[name, text] as const, [`${name}, in Simplified`, twin] as const];
});
const parsed = texts.filter(([, text]) => read(text) !== null);

describeWith(['memoranda'], 'the official texts, made into other kinds of file', () => {
  test('are some', () => expect(parsed.length).toBeGreaterThanOrEqual(3));

  describe.each(parsed)('%s', (_, text) => {
    const draft = read(text)!;
    const expected = registerOf(draft);
    const kinds: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
      ['docx', 'DOCX, plain paragraphs', () => docxOf(paragraphsOf(text))],
      ['docx', 'DOCX with headings', () => docxOf(withHeadings(text))],
      ['docx', 'DOCX with numbers that Word makes', () => docxOf(numberedByWord(text, draft))],
      ['pdf', 'PDF', () => pdfOf(paragraphsOf(text).map((paragraph) => paragraph.text))],
      [
        'pdf',
        'PDF with running heads and indents',
        () =>
          pdfOf(
            paragraphsOf(text).map((each) => each.text),
            { head: '政府公報 第 7 號', indent: true },
          ),
      ],
      ['html', 'HTML', () => htmlOf(withHeadings(text))],
    ];
    test.each(kinds)('is the same register as %s: %s', async (kind, _name, make) => {
      const result = await readText(await make());
      expect(result.kind).toBe(kind);
      const again = read(result.text);
      expect(again && registerOf(again)).toEqual(expected);
    });
  });
});
