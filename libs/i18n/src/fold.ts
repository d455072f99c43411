import { Converter } from 'opencc-js/t2cn';

/** OpenCC leaves these as they are in Hong Kong's script, where the mainland writes another character. */
const remaining: Record<string, string> = { 著: '着', 藉: '借', 谘: '咨', 諮: '咨' };

type ConverterOf = (scripts: { from: 'hk'; to: 'cn' }) => (text: string) => string;

let converter: ((text: string) => string) | undefined;

/** Folds a text for finding: Simplified characters, lower case, one width, single spaces. Not for reading. */
export function fold(text: string): string {
  converter ??= (Converter as ConverterOf)({ from: 'hk', to: 'cn' });
  return converter(text.normalize('NFKC'))
    .replace(/[著藉谘諮]/g, (character) => remaining[character] ?? character)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const known = new Map<string, string>();

/** One character, folded by itself. */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) known.set(character, (folded = fold(character)));
  return folded;
}

export interface Folded {
  text: string;
  /** Where each unit of the folded text stands in the text it was made of; one more at the end, for its length. */
  places: number[];
}

const HAN = /^\p{Script=Han}/u;

/** Folds character by character and keeps each one's place. Beside Han characters no space is left. */
export function foldInPlace(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    let one = foldCharacter(character);
    if (one === '') one = /[a-z\d,.;:]$/.test(folded) ? ' ' : '';
    else if (folded.endsWith(' ') && HAN.test(one)) {
      folded = folded.slice(0, -1);
      places.pop();
    }
    for (let unit = 0; unit < one.length; unit += 1) places.push(at);
    folded += one;
    at += character.length;
  }
  places.push(text.length);
  return { text: folded, places };
}
