import fc from 'fast-check';
import type { Draft, DraftArea, DraftLeftOut, DraftMeasure, LeftOutReason, Range } from './draft.js';
import { faults, lost } from './draft-account.js';
import { mergeBack, mergeOn, move, moveTo, renumber, split } from './draft-edits.js';
import { dropDocument, leaveOut, retitle, takeIn, toHeading, toMeasure } from './draft-levels.js';
import { gapsIn, readRange, unspaced } from './reading.js';

interface Given {
  source: string;
  draft: Draft;
}

/** Texts with their drafts, written piece by piece. */
class Writer {
  source = '';
  readonly areas: DraftArea[] = [];
  readonly leftOut: DraftLeftOut[] = [];

  write(text: string): Range {
    const start = this.source.length;
    this.source += text;
    return [start, this.source.length];
  }

  leave(text: string, reason: LeftOutReason) {
    this.leftOut.push({ range: this.write(text), reason });
  }

  /** The words with gaps between them, as page marks stand in a measure. */
  words(parts: string[]): Range {
    const start = this.source.length;
    parts.forEach((part, i) => {
      if (i > 0) {
        this.write('\n');
        this.leave(`- ${i} -`, 'page_mark');
        this.write('\n');
      }
      this.write(part);
    });
    return [start, this.source.length];
  }

  given(title: Range): Given {
    const gaps = this.leftOut.map(({ range }) => range);
    const read = (range: Range) => readRange(this.source, range, gapsIn(gaps, range)).text;
    const areas = this.areas.map((area) => ({
      ...area,
      title: unspaced(read(area.range)),
      measures: area.measures.map((measure) => ({ ...measure, text: read(measure.range) })),
    }));
    const none = { title: null, mechanism: null, ordinal: null, date: null, place: null };
    const people = { headsOfDelegation: [], signatories: [], custodians: [] };
    const declared = { areas: null, measures: null, documents: null };
    return {
      source: this.source,
      draft: {
        meeting: { ...none, ...people, sides: [], declared },
        areas,
        signedDocuments: [{ ordinal: 1, title: '備忘錄', parties: [], range: title }],
        examples: [],
        metadata: [{ field: 'title', range: title }],
        leftOut: this.leftOut,
        warnings: [],
      },
    };
  }
}

const sentence = fc.constantFrom(
  ...[
    '加強兩地合作。',
    '支持園區；另研究互認，',
    'Promote green finance. ',
    '𠮷野家交流\n並定期會面。',
    '推 動',
    'A',
  ],
);
const words = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
const trimmedWords = words.map((text) => text.trim());
const aside = fc.option(
  fc.tuple(trimmedWords, fc.constantFrom<LeftOutReason>('caption', 'unrecognised', 'introduction')),
);
const measure = fc.record({
  parts: fc.array(trimmedWords, { minLength: 1, maxLength: 3 }),
  numbered: fc.boolean(),
  skips: fc.nat({ max: 1 }),
  after: aside,
});
const area = fc.record({
  title: fc.constantFrom('金融', '教 育', 'Trade and\ninvestment', '文化和旅遊'),
  numbered: fc.boolean(),
  skips: fc.nat({ max: 1 }),
  after: aside,
  measures: fc.array(measure, { maxLength: 4 }),
});

const given: fc.Arbitrary<Given> = fc
  .tuple(trimmedWords, fc.array(area, { minLength: 1, maxLength: 4 }), trimmedWords)
  .map(([preamble, areas, closing]) => {
    const text = new Writer();
    const title = text.write('甲乙合作會議備忘錄');
    text.write('\n');
    text.leave(preamble, 'preamble');
    let areaOrdinal = 0;
    for (const one of areas) {
      text.write('\n');
      areaOrdinal += 1 + one.skips;
      const marker = one.numbered ? text.write('一、') : null;
      const heading: DraftArea = {
        ...{ ordinal: areaOrdinal, title: '', marker, range: text.write(one.title), measures: [] },
      };
      let ordinal = 0;
      const between = (found: typeof one.after) => {
        text.write('\n');
        if (found) text.leave(...found);
        text.write('\n');
      };
      between(one.after);
      heading.measures = one.measures.map((item): DraftMeasure => {
        ordinal += 1 + item.skips;
        const number = item.numbered ? text.write(`${ordinal}.`) : null;
        if (number) text.write(' ');
        const range = text.words(item.parts);
        between(item.after);
        return { ordinal, text: '', range, marker: number };
      });
      text.areas.push(heading);
    }
    text.write('\n');
    text.leave(closing, 'closing');
    return text.given(title);
  });

/** Random numbers choose the edit, the piece and the place. */
const dice = fc.tuple(
  fc.nat({ max: 11 }),
  fc.double({ min: 0, max: 0.999, noNaN: true }),
  fc.nat({ max: 60 }),
);
const one = <T>(list: readonly T[], share: number): T | undefined => list[Math.floor(share * list.length)];

function roll({ source, draft }: Given, [kind, share, n]: [number, number, number]): Draft | null {
  const measures = draft.areas.flatMap((item) => item.measures);
  const measureStart = one(measures, share)?.range[0] ?? -1;
  const areaStart = one(draft.areas, share)?.range[0] ?? -1;
  const anyStart = n % 2 === 0 ? measureStart : areaStart;
  const left = one(draft.leftOut, share);
  const step = n % 2 === 0 ? 1 : -1;
  switch (kind) {
    case 0:
      return split(source, draft, measureStart + n);
    case 1:
      return mergeBack(source, draft, measureStart);
    case 2:
      return mergeOn(source, draft, measureStart);
    case 3:
      return move(source, draft, share < 0.5 ? measureStart : areaStart, step);
    case 4:
      return moveTo(
        source,
        draft,
        measureStart,
        draft.areas[n % Math.max(1, draft.areas.length)]?.range[0] ?? -1,
      );
    case 5:
      return toHeading(source, draft, measureStart);
    case 6:
      return toMeasure(source, draft, areaStart);
    case 7:
      return leaveOut(source, draft, anyStart, n % 3 === 0 ? 'caption' : 'unrecognised');
    case 8:
      return left ? takeIn(source, draft, left.range, n % 2 === 0 ? 'measure' : 'area') : null;
    case 9:
      return left ? takeIn(source, draft, [left.range[0] + (n % 3), left.range[1]], 'measure') : null;
    case 10:
      return retitle(
        source,
        draft,
        areaStart,
        one(['金融', '教育', 'Trade', '一、金融', '文化', '旅遊', 'A'], n / 61) ?? '',
      );
    default:
      return n === 60 ? dropDocument(source, draft, 1) : renumber(draft, n % 2 === 0 ? null : areaStart);
  }
}

/** Where each word of the source stands: exactly one of register and left out, or told of the meeting alone. */
function owners({ source, draft }: Given): string[] {
  const owner = new Array<string>(source.length).fill('');
  const own = (name: string, [start, end]: Range) => {
    for (let i = start; i < end; i++) owner[i] = owner[i] === '' ? name : `${owner[i]}+${name}`;
  };
  const gaps = draft.leftOut.map(({ range }) => range);
  for (const item of draft.areas.flatMap((found) => [found, ...found.measures])) {
    if (item.marker) own('marker', item.marker);
    let from = item.range[0];
    for (const gap of [...gapsIn(gaps, item.range), [item.range[1], item.range[1]] as Range]) {
      own('words', [from, gap[0]]);
      from = gap[1];
    }
  }
  for (const { range } of draft.leftOut) own('left', range);
  return owner;
}

const RUNS = 400;

describe('edits of a draft', () => {
  test('the drafts that they are tried on are sound', () => {
    fc.assert(
      fc.property(given, ({ source, draft }) => expect(faults(source, draft)).toEqual([])),
      { numRuns: RUNS },
    );
  });

  test('keep every word of the source in exactly one place, whatever is done in whatever order', () => {
    const made = new Set<number>();
    fc.assert(
      fc.property(given, fc.array(dice, { minLength: 1, maxLength: 25 }), (start, rolls) => {
        let { draft } = start;
        for (const thrown of rolls) {
          const before = structuredClone(draft);
          const next = roll({ source: start.source, draft }, thrown);
          // The draft that an edit was made on is as it was: keeping it is all that undoing needs.
          expect(draft).toEqual(before);
          if (!next) continue;
          made.add(thrown[0]);
          draft = next;
          const now = { source: start.source, draft };
          expect(faults(now.source, draft)).toEqual([]);
          expect(owners(now).filter((name) => name.includes('+'))).toEqual([]);
          expect(
            lost(now.source, {
              ...draft,
              metadata: [{ field: 'title', range: start.draft.metadata[0]!.range }],
            }),
          ).toEqual([]);
          for (const list of [draft.areas, ...draft.areas.map((item) => item.measures)])
            list.forEach((item, i) => expect(item.ordinal).toBeGreaterThan(list[i - 1]?.ordinal ?? 0));
          const order = draft.leftOut.map((item) => item.range[0]);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: RUNS },
    );
    expect([...made].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('a split is mended by merging, and a merge by splitting where it was', () => {
    fc.assert(
      fc.property(given, dice, ({ source, draft }, [, share, n]) => {
        const counted = { ...draft, areas: draft.areas.map((item) => ({ ...item })) };
        const sound = counted.areas.reduce<Draft>((all, item) => renumber(all, item.range[0]), counted);
        const chosen = one(
          sound.areas.flatMap((item) => item.measures),
          share,
        );
        const inside = chosen && chosen.range[0] + n < chosen.range[1];
        const cut = inside && split(source, sound, chosen.range[0] + n);
        if (cut) {
          const second = cut.areas
            .flatMap((item) => item.measures)
            .find(({ range }) => range[1] === chosen.range[1]);
          expect(mergeBack(source, cut, second!.range[0])).toEqual(sound);
        }
        const merged = chosen && mergeBack(source, sound, chosen.range[0]);
        if (merged) expect(split(source, merged, chosen.range[0])).toEqual(sound);
      }),
      { numRuns: RUNS },
    );
  });

  test('words that are taken out and in again are where they were', () => {
    fc.assert(
      fc.property(given, dice, ({ source, draft }, [, share]) => {
        const sound = draft.areas.reduce<Draft>((all, item) => renumber(all, item.range[0]), draft);
        const chosen = one(
          sound.areas.flatMap((item) => item.measures),
          share,
        );
        const without = chosen && leaveOut(source, sound, chosen.range[0], 'editorial');
        if (!chosen || !without) return;
        const texts = (of: Draft) => of.areas.map((item) => item.measures.map(({ text }) => text));
        const whole: Range = [chosen.marker?.[0] ?? chosen.range[0], chosen.range[1]];
        if (without.leftOut.some(({ range }) => range[0] === whole[0] && range[1] === whole[1]))
          expect(texts(takeIn(source, without, whole, 'measure')!)).toEqual(texts(sound));
      }),
      { numRuns: RUNS },
    );
  });
});
