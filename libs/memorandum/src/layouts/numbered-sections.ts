import type { DraftWarning, Range } from '#contracts/draft';
import { endsSentence, type Line } from '../lines.js';
import type { Marker } from '../markers.js';
import type { FoundArea, FoundMeasure, FoundPart } from './layout.js';
import { isAlone } from './titles.js';

export interface OpenMeasure {
  value: number | null;
  marker: Range | null;
  lines: Line[];
  parts: OpenPart[];
}

export interface OpenPart {
  value: number;
  marker: Range;
  lines: Line[];
}

/** A heading, of an area or inside one, with what stands between it and its first measure. */
export interface OpenSection {
  value: number;
  marker: Range;
  heading: Line[];
  introduction: Line[];
  /** How far below the area; 0 is the area itself. */
  depth: number;
  /** Whether it has a measure yet. */
  filled: boolean;
}

export interface OpenArea extends OpenSection {
  headings: OpenSection[];
  measures: OpenMeasure[];
}

/**
 * A list is the better the more numbered measures it has that are sentences, the more headings it has with something below them,
 * and the worse the more its numbers jump. Chapters that only hold `grouped` areas together are none themselves.
 */
export function scoreOf(areas: OpenArea[], warnings: DraftWarning[], grouped: boolean): number {
  const measures = areas.flatMap((area) => area.measures).filter(({ value }) => value !== null);
  const sentences = measures.filter(
    ({ lines }) => lines.length > 0 && endsSentence(lines.at(-1)!.text),
  ).length;
  const jumps = warnings.filter(({ code }) => code === 'numbering_jump').length;
  const filled = areas.filter((area) => area.measures.length > 0);
  const headings = filled.reduce((sum, area) => sum + area.headings.length, filled.length);
  const empty = areas.length - filled.length;
  return (measures.length + sentences) / 2 + (grouped ? 0 : headings - 2 * empty) / 10 - jumps;
}

/** Where a heading stands: its number is its words where it has no others, and may be none. */
export const placeOf = ({ marker, heading }: OpenSection): { range: Range; marker: Range | null } =>
  heading.length > 0
    ? { range: rangeOf(heading), marker: marker[0] < marker[1] ? marker : null }
    : { range: marker, marker: null };

/** Whether a measure's words have a list follow: what else has a bullet may be anything. */
export const isAnnounced = ({ lines, parts: under }: OpenMeasure): boolean =>
  under.length > 0 || /[：:；;]$/.test(lines.at(-1)?.text ?? '');

export const isNextPart = ({ parts: under }: OpenMeasure, { value }: Marker): boolean =>
  value === 1 || value === (under.at(-1)?.value ?? 0) + 1;

export const titleOf = ({ heading }: OpenSection): string => heading.map((line) => line.text).join('');

export function rangeOf(lines: Line[]): Range {
  return [lines[0]!.range[0], lines.at(-1)!.range[1]];
}

/** What sets a heading off from what follows on its line. */
export const CLOSES_HEADING = /.[：:。]$/u;

export function hasOpenQuote(text: string): boolean {
  const count = (chars: RegExp): number => text.match(chars)?.length ?? 0;
  return count(/[「“『《（(]/g) > count(/[」”』》）)]/g);
}

/** A measure with sentences of its own below its few words may have been meant for a heading. */
export function isLikeHeading({ lines, parts: under }: OpenMeasure): boolean {
  const part = under[0];
  if (!part || !endsSentence(part.lines.at(-1)!.text)) return false;
  const own = lines.filter(({ range }) => range[1] <= part.marker[0]).map(({ text }) => text);
  return own.length > 0 && isAlone(own.join(''));
}

export function toFound(area: OpenArea): FoundArea {
  const { value, headings } = area;
  const measures = area.measures.map(({ value: number, marker, lines, parts: under }): FoundMeasure => {
    const parts = under.map((part): FoundPart => ({ marker: part.marker, range: rangeOf(part.lines) }));
    const range = lines.length > 0 ? rangeOf(lines) : null;
    return { value: number, marker, range, ...(parts.length > 0 && { parts }) };
  });
  const inside = headings.map(placeOf);
  return { value, ...placeOf(area), measures, ...(inside.length > 0 && { headings: inside }) };
}
