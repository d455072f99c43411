import fc from 'fast-check';
import { parseMemorandum, type ParseResult } from '../parse.js';
import { moved } from '../properties/arbitraries.js';
import { endless } from '../properties/endless.js';
import {
  givesEachNumberedLine,
  holdsLines,
  holdsNormalised,
  holdsReading,
  holdsResult,
  holdsShortTitle,
} from '../properties/laws.js';
import { inputOf } from './inputs.js';

export interface Tally {
  inputs: number;
  read: number;
  refused: number;
  characters: number;
  /** Of the slowest long input: seconds of this thread's own time, for a megabyte of UTF-8. */
  slowest: { name: string; secondsAMegabyte: number };
}

export function newTally(): Tally {
  return { inputs: 0, read: 0, refused: 0, characters: 0, slowest: { name: 'none', secondsAMegabyte: 0 } };
}

/** Shorter inputs tell nothing of the time that long ones take. */
const TELLING = 20_000;

/** Parses so many inputs by seed, and holds each against every law; throws with the seed where one does not hold. */
export function soak(tally: Tally, from: number, count: number): void {
  for (let seed = from; seed < from + count; seed++) {
    const name = `seed ${seed}`;
    try {
      const text = inputOf(seed);
      take(tally, name, text);
      for (const holds of [holdsLines, holdsNormalised, holdsReading, holdsShortTitle]) holds(text);
      givesEachNumberedLine(fc.sample(moved, { seed, numRuns: 1 })[0]!);
    } catch (error) {
      throw new Error(name, { cause: error });
    }
  }
}

/** The texts without end, of so many characters each. */
export function soakEndless(tally: Tally, size: number): void {
  for (const [name, text] of endless(size)) take(tally, name, text);
}

function take(tally: Tally, name: string, text: string): void {
  const { result, secondsAMegabyte } = timed(text);
  holdsResult(text, result);
  if (text.length >= TELLING && secondsAMegabyte > tally.slowest.secondsAMegabyte)
    tally.slowest = { name, secondsAMegabyte };
  tally.inputs++;
  tally.characters += text.length;
  if (result.ok) tally.read++;
  else tally.refused++;
}

/** The thread's own time: what else the machine does is no fault of the parser's. */
function ownMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function timed(text: string): { result: ParseResult; secondsAMegabyte: number } {
  const bytes = Math.max(Buffer.byteLength(text), 1);
  let least = Infinity;
  for (let turn = 0; ; turn++) {
    const start = ownMilliseconds();
    const result = parseMemorandum(text);
    least = Math.min(least, ((ownMilliseconds() - start) * 1_000) / bytes);
    // The first inputs of a kind find the program cold.
    if (turn === 2 || least <= 1) return { result, secondsAMegabyte: least };
  }
}
