import { describeWith, MEMORANDA } from '#testing/requires';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMemorandum } from '../parse.js';
import { matchPieces, matchTitles, type Piece } from './match.js';

const read = (name: string) => readFileSync(join(MEMORANDA, name), 'utf8');

function draftOf(name: string) {
  const parsed = parseMemorandum(read(name));
  if (!parsed.ok) throw new Error(`${name} is not read`);
  return parsed.draft;
}
const piecesOf = (name: string): Piece[] =>
  draftOf(name).areas.flatMap(({ ordinal, title, measures }) =>
    measures.map((measure) => ({ area: { ordinal, title }, ordinal: measure.ordinal, text: measure.text })),
  );

/** The lines under the headings "1. …" of a newspaper's box, up to the first line that ends a sentence's paragraph. */
function highlights(name: string): Piece[] {
  const pieces: Piece[] = [];
  let area: Piece['area'] | null = null;
  for (const line of read(name)
    .split('\n')
    .map((each) => each.trim())) {
    const heading = /^(\d+)\. (.*)$/.exec(line);
    if (heading) area = { ordinal: Number(heading[1]), title: heading[2]! };
    else if (line.endsWith('。')) area = null;
    else if (area && line.length > 4 && !line.startsWith('渝港加強')) {
      const ordinal = pieces.filter((piece) => piece.area === area).length + 1;
      pieces.push({ area, ordinal, text: line });
    }
  }
  return pieces;
}

describeWith(['memoranda'], 'texts of one meeting', () => {
  it('finds every highlight of a newspaper in the measure that it quotes', () => {
    const quoted = highlights('yugang-1-newspaper.txt');
    const measures = piecesOf('yugang-1-memorandum.txt');
    const pairs = matchPieces(quoted, measures).sort((one, other) => one.left - other.left);
    const number = ({ area, ordinal }: Piece) => `${area.ordinal}.${ordinal}`;
    expect(
      pairs.map(({ left, right }) => [number(quoted[left]!), number(measures[right]!)].join(' = ')),
    ).toEqual([
      ...['1.1 = 1.1', '1.2 = 1.4', '2.1 = 2.1', '2.2 = 2.3', '3.1 = 3.1', '3.2 = 3.4', '4.1 = 4.1'],
      ...['5.1 = 5.1', '5.2 = 5.5', '6.1 = 6.1', '6.2 = 6.4', '7.1 = 7.1', '7.2 = 7.4', '8.1 = 8.1'],
      ...['8.2 = 8.4', '9.1 = 9.1', '9.2 = 9.3', '9.3 = 9.3', '10.1 = 10.1', '10.2 = 10.3', '10.3 = 10.4'],
      ...['11.1 = 11.1', '11.2 = 11.3', '11.3 = 11.3'],
    ]);
    expect(pairs.filter(({ confidence, words }) => confidence < 0.55 || words.length === 0)).toEqual([]);
  });

  it('knows the headings of a newspaper page in a press release of the other script', () => {
    const released = draftOf('zhegang-1-press-release.txt').areas.map(({ title }) => title);
    const printed = [...read('zhegang-1-newspaper-page.txt').matchAll(/^\s*\d+\.\s*([^《\n]+)$/gm)].map(
      (line) => line[1]!,
    );
    expect(printed).toHaveLength(13);
    const pairs = matchTitles(released, printed);
    expect(pairs.map(({ left, right }) => left - right)).toEqual(Array(13).fill(0));
    expect(pairs.every(({ confidence }) => confidence === 1)).toBe(true);
  });
});
