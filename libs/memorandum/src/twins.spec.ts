import type { Draft } from '#contracts/draft';
import { fold } from '#i18n/fold';
import { describeWith, MEMORANDA } from '#testing/requires';
import { Converter } from 'opencc-js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMemorandum } from './parse.js';

type Convert = (text: string) => string;
type Script = 'hk' | 'cn' | 'tw' | 'twp';
const converter = (from: Script, to: Script): Convert =>
  (Converter as (scripts: { from: Script; to: Script }) => Convert)({ from, to });

const [simplify, toHongKong, toTaiwan] = [
  converter('hk', 'cn'),
  converter('cn', 'hk'),
  converter('cn', 'twp'),
];

/** What is done to a text on its way from one government's web site to the other's. */
const TWINS: [string, Convert][] = [
  ['in Simplified characters', simplify],
  ['in Simplified and back, as Hong Kong writes', (text) => toHongKong(simplify(text))],
  ['in Simplified and back, in Taiwan’s phrases', (text) => toTaiwan(simplify(text))],
];

function read(text: string): Draft {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  return result.draft;
}

/** Enough of a measure to tell which it is. */
const FIRST = 12;
const bare = (text: string): string => fold(text).replace(/\s+/g, '');

/** A register's words, as a conversion leaves them, in neither script. */
function registerOf(draft: Draft, convert: Convert = (text) => text) {
  const { meeting } = draft;
  const words = (text: string): string => bare(convert(text));
  return {
    areas: draft.areas.map(({ ordinal, title, headings = [], measures }) => ({
      ...{ ordinal, title: words(title), headings: headings.map(({ text }) => words(text)) },
      measures: measures.map((measure) => [measure.ordinal, words(measure.text).slice(0, FIRST)]),
    })),
    documents: draft.signedDocuments.map(({ title }) => words(title)),
    examples: draft.examples.map(({ text }) => words(text).slice(0, FIRST)),
    date: meeting.date,
    ordinal: meeting.ordinal,
    mechanism: meeting.mechanism && words(meeting.mechanism),
    sides: meeting.sides.map(words),
    custodians: meeting.custodians.map(words),
    signatories: meeting.signatories.map(({ name }) => name && words(name)),
    declared: meeting.declared,
    warnings: draft.warnings.map(({ code }) => code),
  };
}

const names = existsSync(MEMORANDA) ? readdirSync(MEMORANDA).filter((name) => name.endsWith('.txt')) : [];
const texts = names.map((name) => [name, readFileSync(join(MEMORANDA, name), 'utf8')] as const);

describeWith(['memoranda'], 'the official texts in another script', () => {
  test('are eight', () => expect(texts).toHaveLength(8));

  describe.each(texts)('%s', (_, text) => {
    test.each(TWINS)('%s is the same register', (_twin, convert) => {
      expect(registerOf(read(convert(text)))).toEqual(registerOf(read(text), convert));
    });
  });
});
