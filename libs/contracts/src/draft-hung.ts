import type { DraftArea, DraftMeasure, PlacedWords, Range } from './draft.js';

/*
 * What hangs on the tree: headings inside an area, the sub-items of a measure, the agency and the status below it.
 * They stay where they are in the source while the tree is edited, and hang on whatever piece then has that place.
 */

type Field = 'agency' | 'status';
const FIELDS: readonly Field[] = ['agency', 'status'];

interface Hung<Words> {
  headings?: Words[];
  measures: readonly { agency?: Words; status?: Words }[];
}

/** What stands beside the words of areas and measures; sub-items lie in their measure's own words. */
export function hungOn<Words extends PlacedWords>({ headings = [], measures }: Hung<Words>): Words[] {
  return [...headings, ...measures.flatMap(({ agency, status }) => [agency, status])].filter(
    (words) => words !== undefined,
  );
}

/** The edited tree with everything that hung on the tree before, and the places of what finds no piece any more. */
export function rehung(
  before: readonly DraftArea[],
  edited: DraftArea[],
): { areas: DraftArea[]; left: Range[] } {
  const had = before.flatMap(({ measures }) => measures);
  const parts = had.flatMap((measure) => measure.parts ?? []);
  const headings = before.flatMap((area) => area.headings ?? []);
  if (parts.length === 0 && before.every((area) => hungOn(area).length === 0))
    return { areas: edited, left: [] };

  const left: Range[] = [];
  const areas = edited.map(({ headings: _, ...area }): DraftArea => ({
    ...area,
    measures: area.measures.map(bare),
  }));
  const measureAt = finder(areas.flatMap(({ measures }) => measures));
  const areaAt = finder(areas);
  for (const part of parts) {
    const measure = measureAt(part.range[0]);
    if (measure && part.range[1] <= measure.range[1]) measure.parts = [...(measure.parts ?? []), part];
  }
  for (const { range, ...measure } of had) {
    const holder = measureAt(range[1] - 1);
    for (const field of FIELDS) {
      const words = measure[field];
      if (!words) continue;
      if (holder && range[1] <= holder.range[1] && !holder[field]) holder[field] = words;
      else left.push(...placesOf(words));
    }
  }
  for (const heading of headings) {
    const area = areaAt(heading.range[0]);
    if (area) area.headings = [...(area.headings ?? []), heading];
    else left.push(...placesOf(heading));
  }
  return { areas, left };
}

export const placesOf = ({ range, marker }: { range: Range; marker: Range | null }): Range[] =>
  marker ? [marker, range] : [range];

function bare({ parts: _, agency: __, status: ___, ...measure }: DraftMeasure): DraftMeasure {
  return measure;
}

/** Of pieces, the last that begins at a place or before it. */
function finder<T extends { range: Range }>(pieces: T[]): (place: number) => T | undefined {
  const sorted = pieces.toSorted((a, b) => a.range[0] - b.range[0]);
  return (place) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.range[0] <= place) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1];
  };
}
