import type { Draft, DraftArea, DraftLeftOut, LeftOutReason, Range } from './draft.js';
import { gapsOf, lost, registerOf } from './draft-account.js';
import type { Edited } from './draft-edits.js';
import { measureOf, numberApart, placeOf, settled, titleOf, trimmed, without } from './draft-tree.js';
import { limits } from './limits.js';
import { gapsIn, isSpace } from './reading.js';

/*
 * What a reviewer may make of a piece of the source: a heading, a measure, or something that is left out. As in
 * draft-edits, words change their place and never their letters, and an edit that cannot be made is null.
 */

/** A measure becomes the heading of an area, which takes the measures after it. */
export function toHeading(source: string, draft: Draft, start: number): Edited {
  const place = placeOf(draft, start);
  const area = place && draft.areas[place.area]!;
  const measure = area?.measures[place!.measure];
  if (!place || !area || !measure) return null;
  const heading = headingOf(source, measure.range, measure.marker, draft.leftOut);
  if (!heading) return null;
  const areas = draft.areas.toSpliced(
    place.area,
    1,
    { ...area, measures: area.measures.slice(0, place.measure) },
    { ...heading, measures: area.measures.slice(place.measure + 1) },
  );
  return settled(source, draft, areas, draft.leftOut);
}

/** A heading becomes the last measure of the area before it, which takes its measures too. */
export function toMeasure(source: string, draft: Draft, start: number): Edited {
  const place = placeOf(draft, start);
  const area = place && draft.areas[place.area]!;
  const before = place && draft.areas[place.area - 1];
  if (!area || !before || place.measure !== -1) return null;
  const measure = measureOf(source, area.range, area.marker, draft.leftOut);
  const measures = [...before.measures, measure, ...area.measures];
  return settled(
    source,
    draft,
    draft.areas.toSpliced(place.area - 1, 2, { ...before, measures }),
    draft.leftOut,
  );
}

/** A measure, a heading or a signed document is none: its words are left out, each word for this reason. */
export function leaveOut(source: string, draft: Draft, start: number, reason: LeftOutReason): Edited {
  const place = placeOf(draft, start);
  if (!place) return null;
  const area = draft.areas[place.area]!;
  const gaps = gapsOf(draft);
  const left = ({ range, marker }: { range: Range; marker: Range | null }) => [
    ...draft.leftOut,
    ...[...(marker ? [marker] : []), ...without(source, range, gapsIn(gaps, range))].map(
      (one): DraftLeftOut => ({ range: one, reason }),
    ),
  ];
  const measure = area.measures[place.measure];
  if (measure) {
    const measures = area.measures.toSpliced(place.measure, 1);
    return settled(source, draft, draft.areas.with(place.area, { ...area, measures }), left(measure));
  }
  const before = draft.areas[place.area - 1];
  if (!before && area.measures.length > 0) return null;
  const areas = before
    ? draft.areas.toSpliced(place.area - 1, 2, {
        ...before,
        measures: [...before.measures, ...area.measures],
      })
    : draft.areas.toSpliced(place.area, 1);
  return settled(source, draft, areas, left(area));
}

/** A document that was not signed is taken off the list; words that stood nowhere else are left out. */
export function dropDocument(source: string, draft: Draft, ordinal: number): Edited {
  const signedDocuments = draft.signedDocuments.filter((document) => document.ordinal !== ordinal);
  if (signedDocuments.length === draft.signedDocuments.length) return null;
  const rest = { ...draft, signedDocuments };
  const left = lost(source, rest).map((range): DraftLeftOut => ({ range, reason: 'signed_documents' }));
  return settled(source, rest, rest.areas, [...rest.leftOut, ...left]);
}

/**
 * Words that were left out become a measure, or the heading of a new area. Inside a measure's own words they belong to
 * it again. A measure goes to the area whose words stand before it; a heading takes the measures that stand after it.
 */
export function takeIn(source: string, draft: Draft, range: Range, as: 'measure' | 'area'): Edited {
  const piece = draft.leftOut.find((one) => one.range[0] <= range[0] && range[1] <= one.range[1]);
  const taken = trimmed(source, range, []);
  if (!piece || !taken) return null;
  const rest = without(source, piece.range, [taken]).map((one): DraftLeftOut => ({ ...piece, range: one }));
  const leftOut = draft.leftOut.flatMap((one) => (one === piece ? rest : [one]));
  const holder = registerOf(draft).find((one) => one[0] < taken[0] && taken[1] < one[1]);
  if (holder) return rejoined(source, draft, holder[0], leftOut);

  const { range: words, marker } = numberApart(source, taken);
  const area = areaBefore(draft, taken[0]);
  const found = draft.areas[area];
  if (as === 'measure') {
    if (!found) return null;
    const measure = measureOf(source, words, marker, leftOut);
    const next = found.measures.findIndex((one) => one.range[0] > taken[0]);
    const at = next === -1 ? found.measures.length : next;
    const measures = found.measures.toSpliced(at, 0, measure);
    return settled(source, draft, draft.areas.with(area, { ...found, measures }), leftOut);
  }
  const heading = headingOf(source, words, marker, leftOut);
  if (!heading) return null;
  const after = (start: number) => start > taken[0];
  const under = found?.measures.filter((one) => after(one.range[0])) ?? [];
  const stay = found && {
    ...found,
    measures: found.measures.filter((one) => !after(one.range[0])),
  };
  const areas = stay
    ? draft.areas.toSpliced(area, 1, stay, { ...heading, measures: under })
    : [{ ...heading, measures: under }, ...draft.areas];
  return settled(source, draft, areas, leftOut);
}

/** The area to which the last words of the register before a place belong; the first where none stand before it. */
function areaBefore({ areas }: Draft, place: number): number {
  let nearest = -1;
  let found = 0;
  areas.forEach((area, index) => {
    for (const { range } of [area, ...area.measures])
      if (range[0] < place && range[0] > nearest) {
        nearest = range[0];
        found = index;
      }
  });
  return found;
}

/** The piece that begins at a place, with the words that are no longer left out of it. */
function rejoined(source: string, draft: Draft, start: number, leftOut: DraftLeftOut[]): Edited {
  const place = placeOf(draft, start);
  if (!place) return null;
  const area = draft.areas[place.area]!;
  const measure = area.measures[place.measure];
  if (!measure) {
    const title = titleOf(source, area.range, leftOut);
    if (title.length > limits.title) return null;
    return settled(source, draft, draft.areas.with(place.area, { ...area, title }), leftOut);
  }
  const whole = measureOf(source, measure.range, measure.marker, leftOut, measure.ordinal);
  const measures = area.measures.with(place.measure, whole);
  return settled(source, draft, draft.areas.with(place.area, { ...area, measures }), leftOut);
}

function headingOf(
  source: string,
  range: Range,
  marker: Range | null,
  leftOut: readonly DraftLeftOut[],
): Omit<DraftArea, 'measures'> | null {
  const title = titleOf(source, range, leftOut);
  // The place in the list is its number until the tree is settled.
  return title.length > limits.title ? null : { ordinal: 0, title, range, marker };
}

/** How far round a heading its words are looked for. */
const NEAR = 400;

/**
 * A heading is read with other words, of those that stand in the source there and are nobody else's. What it had and
 * has no more is left out.
 */
export function retitle(source: string, draft: Draft, start: number, typed: string): Edited {
  const place = placeOf(draft, start);
  const area = place?.measure === -1 ? draft.areas[place.area]! : null;
  const range = area && wordsNear(source, draft, area, typed);
  if (!place || !area || !range) return null;
  const covers = area.marker !== null && range[0] < area.marker[1] && area.marker[0] < range[1];
  if (covers && !(range[0] <= area.marker![0] && area.marker![1] <= range[1])) return null;
  const kept = draft.leftOut.flatMap((one): DraftLeftOut[] =>
    without(source, one.range, [range]).map((rest) => ({ ...one, range: rest })),
  );
  const gaps = gapsIn(gapsOf(draft), area.range);
  const dropped = without(
    source,
    area.range,
    [...gaps, range].sort((a, b) => a[0] - b[0]),
  ).map((one): DraftLeftOut => ({ range: one, reason: 'unrecognised' }));
  const leftOut = [...kept, ...dropped];
  const title = titleOf(source, range, leftOut);
  if (title.length > limits.title) return null;
  const named = { ...area, title, range, marker: covers ? null : area.marker };
  const whole = settled(source, draft, draft.areas, leftOut);
  return { ...whole, areas: draft.areas.with(place.area, named) };
}

/** Where typed words stand round a heading, spaces apart; the nearest, where they stand there twice. */
function wordsNear(source: string, draft: Draft, { range, marker }: DraftArea, typed: string): Range | null {
  const own: Range[] = [range, ...(marker ? [marker] : [])];
  const others = registerOf(draft)
    .filter((one) => own.every((mine) => mine[0] !== one[0]))
    .sort((a, b) => a[0] - b[0]);
  const from = Math.max(
    0,
    range[0] - NEAR,
    ...others.filter((one) => one[1] <= range[0]).map((one) => one[1]),
  );
  const to = Math.min(
    ...[source.length, range[1] + NEAR, ...others.filter((one) => one[0] >= range[1]).map((one) => one[0])],
  );
  const places: number[] = [];
  for (let i = from; i < to; i++) if (!isSpace(source.charCodeAt(i))) places.push(i);
  const here = places.map((place) => source[place]).join('');
  const wanted = typed.replace(/\s/g, '');
  let best: Range | null = null;
  if (wanted === '') return null;
  for (let at = here.indexOf(wanted); at !== -1; at = here.indexOf(wanted, at + 1)) {
    const found: Range = [places[at]!, places[at + wanted.length - 1]! + 1];
    if (!best || Math.abs(found[0] - range[0]) < Math.abs(best[0] - range[0])) best = found;
  }
  return best;
}
