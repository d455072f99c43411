import type { Draft, DraftArea, DraftMeasure } from './draft.js';
import { isBlank } from './draft-account.js';
import { cutsCharacter, measureOf, placeOf, settled, trimmed } from './draft-tree.js';

/*
 * What a reviewer may do to the measures of a draft. An edit moves borders between words of the source, or pieces in
 * the tree; none writes a word. A piece is named by the place of the source where it begins, which no two share.
 * An edit that cannot be made is null.
 */

export type Edited = Draft | null;

/** The areas with the measures of one replaced. */
const inArea = (areas: DraftArea[], index: number, change: (measures: DraftMeasure[]) => DraftMeasure[]) =>
  areas.map((area, i) => (i === index ? { ...area, measures: change(area.measures) } : area));

/** Cuts the measure that holds a place of the source in two. */
export function split(source: string, draft: Draft, at: number): Edited {
  const all = draft.areas.flatMap(({ measures }) => measures);
  const found = all.find(({ range }) => range[0] < at && at < range[1]);
  const place = found && placeOf(draft, found.range[0]);
  if (!found || !place || cutsCharacter(source, at)) return null;
  const first = trimmed(source, [found.range[0], at], draft.leftOut);
  const second = trimmed(source, [at, found.range[1]], draft.leftOut);
  if (!first || !second) return null;
  // A number that merging had put aside stands before its measure again.
  const number = draft.leftOut.find(
    ({ range: [from, to], reason }) =>
      reason === 'numbering' && first[1] <= from && to <= second[0] && isBlank(source, [to, second[0]]),
  );
  const leftOut = draft.leftOut.filter((piece) => piece !== number);
  const halves = [
    measureOf(source, first, found.marker, leftOut, found.ordinal),
    measureOf(source, second, number?.range ?? null, leftOut),
  ];
  const areas = inArea(draft.areas, place.area, (measures) =>
    measures.toSpliced(place.measure, 1, ...halves),
  );
  return settled(source, draft, areas, leftOut);
}

/** Joins a measure to the one before it in the tree, where nothing else of the register stands between their words. */
export function mergeBack(source: string, draft: Draft, start: number): Edited {
  const place = placeOf(draft, start);
  const above = place && draft.areas[place.area]!.measures[place.measure - 1];
  const below = place && draft.areas[place.area]!.measures[place.measure];
  if (!above || !below) return null;
  const [first, second] = above.range[0] < below.range[0] ? [above, below] : [below, above];
  const aside = second.marker ? [{ range: second.marker, reason: 'numbering' as const }] : [];
  const leftOut = [...draft.leftOut, ...aside];
  if (trimmed(source, [first.range[1], second.range[0]], leftOut)) return null;
  const whole = measureOf(source, [first.range[0], second.range[1]], first.marker, leftOut, above.ordinal);
  const areas = inArea(draft.areas, place.area, (measures) =>
    measures.toSpliced(place.measure - 1, 2, whole),
  );
  return settled(source, draft, areas, leftOut);
}

export function mergeOn(source: string, draft: Draft, start: number): Edited {
  const place = placeOf(draft, start);
  const next =
    place && place.measure !== -1 ? draft.areas[place.area]!.measures[place.measure + 1] : undefined;
  return next ? mergeBack(source, draft, next.range[0]) : null;
}

/** Moves a measure one place up or down, at the end of its area into the next; an area with all that is in it. */
export function move(source: string, draft: Draft, start: number, step: 1 | -1): Edited {
  const place = placeOf(draft, start);
  if (!place) return null;
  const { areas } = draft;
  if (place.measure === -1) {
    const swapped = exchanged(areas, place.area, place.area + step);
    return swapped && settled(source, draft, swapped, draft.leftOut);
  }
  const swapped = exchanged(areas[place.area]!.measures, place.measure, place.measure + step);
  if (swapped)
    return settled(
      source,
      draft,
      inArea(areas, place.area, () => swapped),
      draft.leftOut,
    );
  const target = areas[place.area + step];
  return target
    ? put(source, draft, place, place.area + step, step === 1 ? 0 : target.measures.length)
    : null;
}

/** Moves a measure to another area: among its measures where its words stand among theirs. */
export function moveTo(source: string, draft: Draft, start: number, area: number): Edited {
  const place = placeOf(draft, start);
  const target = draft.areas.findIndex(({ range }) => range[0] === area);
  if (!place || place.measure === -1 || target === -1 || target === place.area) return null;
  const before = draft.areas[target]!.measures.findIndex(({ range }) => range[0] > start);
  return put(source, draft, place, target, before === -1 ? draft.areas[target]!.measures.length : before);
}

function put(
  source: string,
  draft: Draft,
  from: { area: number; measure: number },
  area: number,
  at: number,
) {
  const moved = draft.areas[from.area]!.measures[from.measure]!;
  const taken = inArea(draft.areas, from.area, (measures) => measures.toSpliced(from.measure, 1));
  return settled(
    source,
    draft,
    inArea(taken, area, (measures) => measures.toSpliced(at, 0, moved)),
    draft.leftOut,
  );
}

/** Two neighbours in each other's place; their numbers stay with the places. */
function exchanged<T extends { ordinal: number }>(pieces: T[], a: number, b: number): T[] | null {
  const [one, other] = [pieces[a], pieces[b]];
  if (!one || !other) return null;
  return pieces.with(a, { ...other, ordinal: one.ordinal }).with(b, { ...one, ordinal: other.ordinal });
}

/** Numbers the measures of an area from one, or, where none is named, the areas. */
export function renumber(draft: Draft, start: number | null): Draft {
  const count = <T extends { ordinal: number }>(pieces: T[]) =>
    pieces.map((piece, index) => ({ ...piece, ordinal: index + 1 }));
  return start === null
    ? { ...draft, areas: count(draft.areas) }
    : {
        ...draft,
        areas: draft.areas.map((area) =>
          area.range[0] === start ? { ...area, measures: count(area.measures) } : area,
        ),
      };
}
