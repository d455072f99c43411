import { foldCharacter } from '#i18n/fold';
import type { Line } from './lines.js';

/** A text that stands there twice, in two scripts or languages: the version that comes first, and the other. */
export interface Versions {
  first: Line[];
  again: Line[];
}

/** The two versions of a text, one after the other or paragraph by paragraph; null where there is one. */
export function versionsOf(lines: Line[]): Versions | null {
  const languages = byLanguage(lines);
  const scripts = byScript(languages?.first ?? lines);
  if (!scripts) return languages;
  const again = [...scripts.again, ...(languages?.again ?? [])].sort((a, b) => a.range[0] - b.range[0]);
  return { first: scripts.first, again };
}

const FEWEST_LINES = 5;

/**
 * Lines in Chinese and in English, if they are about as many: the same said twice. What stands after the second version
 * in the language of the first goes on from the first.
 */
function byLanguage(lines: Line[]): Versions | null {
  const written = lines.map(languageOf);
  // A running head in the other language makes no other version.
  const count = (language: Language): number =>
    new Set(lines.filter((_, i) => written[i] === language).map(({ text }) => text)).size;
  const [han, latin] = [count('han'), count('latin')];
  if (han < FEWEST_LINES || latin < FEWEST_LINES || latin * 2 < han || han * 4 < latin) return null;
  const prose = lines.filter(({ text }, i) => written[i] === 'latin' && /[a-z]{2}.*\s[a-z]/i.test(text));
  if (prose.length * 2 < latin) return null;
  const main = written.find((language) => language === 'han' || language === 'latin')!;
  let at = main;
  const other = written.map((language) => (at = language === 'both' ? main : (language ?? at)) !== main);
  return partedBy(lines, (index) => other[index]!);
}

/** A heading may be written in both, and belongs to the version that comes first. */
type Language = 'han' | 'latin' | 'both';

/** What a line is written in; of figures and rules nothing tells. Enough of it is read to know. */
function languageOf({ text, ended }: Line): Language | null {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length && i < ENOUGH; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) han++;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin++;
  }
  if (han * 4 >= latin && han > 0) return 'han';
  if (han > 1 && text.length <= LONGEST_HEADING && !ended) return 'both';
  return latin > 1 ? 'latin' : null;
}

const ENOUGH = 400;
const LONGEST_HEADING = 80;

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** Lines that some others stood between are no longer next to each other. */
function partedBy(lines: Line[], isOther: (index: number) => boolean): Versions {
  const versions: Versions = { first: [], again: [] };
  let apart = false;
  lines.forEach((line, index) => {
    if (isOther(index)) {
      versions.again.push(line);
      apart = true;
    } else {
      versions.first.push(apart ? { ...line, blanks: line.blanks + 1 } : line);
      apart = false;
    }
  });
  return versions;
}

const LONGEST_TITLE = 40;
const MOST_TRIED = 12;
/** How much more of the one version's characters than of the other's are written in one script alone. */
const SCRIPTS_DIFFER = 0.08;
/** Fewer characters tell no script. */
const FEWEST_HAN = 20;
/** Of the words of a version in the other script so many stand in the first, and so many only when both are folded. */
const SAME = 0.85;
const DIFFERENT = 0.1;
/** A line of whose words fewer stand in the first version is none of the second. */
const OWN_LINE = 0.5;
/** How much of two versions is held against each other. */
const SAMPLE = 40_000;

/** A short line comes again, and what follows it is what followed it, in the other script. */
function byScript(lines: Line[]): Versions | null {
  const size = lines.reduce((sum, { text }) => sum + text.length, 0);
  const scripts = new ScriptCount(lines);
  if (!scripts.differ) return null;
  const seen = new Set<string>();
  let before = 0;
  let tried = 0;
  for (const [at, { text, ended }] of lines.entries()) {
    const short = text.length <= LONGEST_TITLE && !ended;
    const key = short ? folded(text) : '';
    // As long as the first, give or take a preamble or a list that is there once.
    if (seen.has(key) && before >= size * 0.3 && before <= size * 0.65 && scripts.differAt(at)) {
      if (++tried > MOST_TRIED) return null;
      const [first, second] = [textOf(lines.slice(0, at)), textOf(lines.slice(at))];
      const pairs = pairsOf(folded(first));
      const end = endOfVersion(lines, at, pairs);
      const again = end === lines.length ? second : textOf(lines.slice(at, end));
      if (isOtherScript(first, again, pairs)) return partedBy(lines, (index) => index >= at && index < end);
    }
    if (short) seen.add(key);
    before += text.length;
  }
  return null;
}

/** How many characters of the lines up to each are written otherwise in the other script. */
class ScriptCount {
  private readonly han: number[] = [0];
  private readonly traditional: number[] = [0];

  constructor(lines: Line[]) {
    let [han, traditional] = [0, 0];
    for (const { text } of lines) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (!isHan(code)) continue;
        han++;
        if (foldedCode(code) !== code) traditional++;
      }
      this.han.push(han);
      this.traditional.push(traditional);
    }
  }

  /** Whether there is a place at all where the script changes. */
  get differ(): boolean {
    return this.han.some((_, line) => this.differAt(line));
  }

  differAt(line: number): boolean {
    const [h, t] = [this.han[line]!, this.traditional[line]!];
    const [restH, restT] = [this.han.at(-1)! - h, this.traditional.at(-1)! - t];
    return h >= FEWEST_HAN && restH >= FEWEST_HAN && Math.abs(t / h - restT / restH) >= SCRIPTS_DIFFER;
  }
}

/** Where the second version ends: what is below it the first has not. */
function endOfVersion(lines: Line[], at: number, pairs: Pairs): number {
  let end = lines.length;
  while (end > at + 1) {
    const words = folded(lines[end - 1]!.text.slice(0, SAMPLE));
    if (words.length > 1 && shareIn(words, pairs) >= OWN_LINE) break;
    end--;
  }
  return end;
}

const textOf = (lines: Line[]): string => {
  let text = '';
  for (let i = 0; i < lines.length && text.length < SAMPLE; i++) text += lines[i]!.text.replace(/\s+/g, '');
  return text.slice(0, SAMPLE);
};

function isOtherScript(first: string, second: string, pairs: Pairs): boolean {
  const same = shareOf(folded(second), pairs);
  return same >= SAME && shareOf(second, pairsOf(first)) <= same - DIFFERENT;
}

const NOT_KNOWN = 0;
const codes = new Uint16Array(0x10000);

/** A Han character as both scripts have it; anything else as it is. */
function foldedCode(code: number): number {
  if (!isHan(code)) return code;
  if (codes[code] === NOT_KNOWN) codes[code] = foldCharacter(String.fromCharCode(code)).charCodeAt(0);
  return codes[code]!;
}

function folded(text: string): string {
  let words = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0) words += String.fromCharCode(foldedCode(code));
  }
  return words;
}

/** Two characters side by side, as one number, and how often they stand so. */
type Pairs = Map<number, number>;

const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);

function pairsOf(text: string): Pairs {
  const pairs: Pairs = new Map();
  for (let i = 0; i + 1 < text.length; i++) pairs.set(pairAt(text, i), (pairs.get(pairAt(text, i)) ?? 0) + 1);
  return pairs;
}

/** How much of a text, two characters at a time, stands in another, each of its pairs but once. */
function shareOf(text: string, other: Pairs): number {
  const left = new Map(other);
  let found = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = pairAt(text, i);
    const count = left.get(pair) ?? 0;
    if (count > 0) found++;
    left.set(pair, count - 1);
  }
  return text.length > 1 ? found / (text.length - 1) : 0;
}

function shareIn(text: string, other: Pairs): number {
  let found = 0;
  for (let i = 0; i + 1 < text.length; i++) if (other.has(pairAt(text, i))) found++;
  return found / (text.length - 1);
}
