import type {
  Draft,
  DraftArea,
  DraftLeftOut,
  DraftMeasure,
  DraftPart,
  DraftSignedDocument,
  DraftWarning,
  DraftWords,
  Range,
} from '#contracts/draft';
import { isSpace } from '#contracts/reading';
import { clausesIn } from './layouts/clauses.js';
import type { Fit, FoundArea, FoundMeasure, FoundWords } from './layouts/layout.js';
import type { Sheet } from './sheet.js';
import type { KnownOfText } from './known.js';
import { readExamples } from './metadata/examples.js';
import { readSurroundings, type Surroundings } from './meeting.js';
import { gapsIn, readRange, unspaced } from '#contracts/reading';
import { warning } from './warnings.js';
import { announcesSigned, isClosing } from './words.js';

/** What a layout found, with the meeting's data from round the list, and an account of every other word. */
export function assemble(sheet: Sheet, whole: Fit, known: KnownOfText): Draft {
  const fit = withoutClauses(sheet, whole);
  const warnings = [...fit.warnings];
  const strays = fit.strays.map((line) => line.range);
  // What is left out may stand between the lines of a measure: another version, a heading, a rule.
  const asides = fit.asides.map(({ range }) => range);
  const gaps = [...sheet.pageMarks, ...sheet.decoration, ...strays, ...asides].sort((a, b) => a[0] - b[0]);
  const areas = toAreas(sheet, fit.areas, gaps, warnings);
  const surroundings = readSurroundings(sheet, fit, known);
  const { meeting, metadata } = surroundings.findings;
  const left: DraftLeftOut[] = [
    ...surroundings.leftOut,
    ...sheet.pageMarks.map((range): DraftLeftOut => ({ range, reason: 'page_mark' })),
    ...sheet.decoration.map((range): DraftLeftOut => ({ range, reason: 'markup' })),
    ...fit.introductions.map(({ range }): DraftLeftOut => ({ range, reason: 'introduction' })),
    ...strays.map((range): DraftLeftOut => ({ range, reason: 'unrecognised' })),
    ...fit.asides,
  ];
  const accounted = fit.areas.flatMap((area) =>
    [area, ...(area.headings ?? []), ...area.measures].flatMap(placesOf),
  );
  const claimed = [...left, ...metadata].map(({ range }) => range).concat(accounted);
  const leftOut = left.concat(forgotten(sheet.source, claimed));
  const draft: Draft = {
    meeting,
    areas,
    signedDocuments: toDocuments(surroundings),
    examples: readExamples(surroundings.prose, areas),
    metadata: inOrder(metadata),
    leftOut: merge(sheet.source, inOrder(leftOut)),
    warnings,
    ...(fit.table ? { table: fit.table } : {}),
  };
  const heading = surroundings.title?.range ?? sheet.lines[0]!.range;
  const { listed, warnings: asked } = surroundings.findings;
  return { ...draft, warnings: [...warnings, ...asked, ...warnOfMeeting(draft, heading, listed)] };
}

/**
 * Articles that speak of the document itself – at the head what it is for, at the end when it takes effect, in how many
 * copies – look as the others do and are neither areas nor measures; nor is the heading above the documents signed.
 */
function withoutClauses({ source, lines }: Sheet, fit: Fit): Fit {
  const areas = [...fit.areas];
  let { tail } = fit;
  const asides = [...fit.asides];
  const set = (pieces: Pick<FoundMeasure, 'range' | 'marker'>[], reason: DraftLeftOut['reason']): void => {
    for (const range of pieces.flatMap(placesOf)) asides.push({ range, reason });
  };
  const speaksOfItself = ({ range }: FoundMeasure): boolean =>
    range !== null && isClosing(readRange(source, range).text);
  let from = source.length;
  for (let last = areas.at(-1); last && areas.length > 1; last = areas.at(-1)) {
    const { range, marker } = last;
    if (last.measures.length === 0 && announcesSigned(source.slice(...range))) {
      // Read with the list that it heads.
      areas.pop();
      from = marker?.[0] ?? range[0];
      tail = [...lines.filter((line) => line.range[0] >= from && line.range[1] <= range[1]), ...tail];
      continue;
    }
    const below = last.measures.length > 0 ? '' : (tail[0]?.text ?? '');
    const clauses = isClosing(below) || (last.measures.length > 0 && last.measures.every(speaksOfItself));
    if (!clauses && !announcesSigned(below)) break;
    areas.pop();
    set([last, ...(last.headings ?? []), ...last.measures], clauses ? 'closing' : 'signed_documents');
    from = range[0];
  }
  while (areas.length > 2 && areas[0]!.measures.length > 0 && areas[0]!.measures.every(speaksOfItself)) {
    const head = areas.shift()!;
    set([head, ...(head.headings ?? []), ...head.measures], 'preamble');
  }
  const last = areas.at(-1);
  const first = last ? last.measures.findLastIndex((measure) => !speaksOfItself(measure)) + 1 : 0;
  if (last && first > 0 && first < last.measures.length) {
    const clauses = last.measures.slice(first);
    set(clauses, 'closing');
    from = Math.min(from, clauses[0]!.marker?.[0] ?? clauses[0]!.range![0]);
    areas[areas.length - 1] = { ...last, measures: last.measures.slice(0, first) };
  }
  // What is no area needs no mending.
  const warnings = fit.warnings.filter(({ range }) => range[0] < from);
  return { ...fit, areas, tail, asides, warnings };
}

function inOrder<T extends { range: Range }>(pieces: T[]): T[] {
  return pieces.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** The memorandum is a document that the two sides signed, too. */
function toDocuments({ title, findings }: Surroundings): DraftSignedDocument[] {
  const { documents, meeting } = findings;
  if (!title) return documents;
  const itself = { ordinal: 1, title: title.text, parties: [...meeting.sides], range: title.range };
  const beside = documents.filter((document) => document.title !== title.text);
  return [itself, ...beside.map((document, index) => ({ ...document, ordinal: index + 2 }))];
}

/** Numbers as printed where they rise; where they do not, places: an ordinal is unique whatever the text says. */
function ordinals(values: (number | null)[]): number[] {
  const rise = values.every((value, i) => value !== null && value > (i === 0 ? 0 : (values[i - 1] ?? 0)));
  return values.map((value, i) => (rise ? value! : i + 1));
}

function toAreas(sheet: Sheet, found: FoundArea[], gaps: Range[], warnings: DraftWarning[]): DraftArea[] {
  const bare = found.every((area) => area.measures.length === 0);
  const areaOrdinals = ordinals(found.map((area) => area.value));
  return found.map(({ range, marker, measures: foundMeasures, headings }, i) => {
    const ordinal = areaOrdinals[i]!;
    const title = unspaced(readRange(sheet.source, range, gapsIn(gaps, range)).text);
    const measureOrdinals = ordinals(foundMeasures.map((measure) => measure.value));
    const wordsOf = ({ range: place, marker: before }: FoundWords): DraftWords => {
      const { text } = readRange(sheet.source, place, gapsIn(gaps, place));
      return { text, range: place, marker: before };
    };
    const measures = foundMeasures.flatMap((measure, j): DraftMeasure[] => {
      if (!measure.range) {
        const params = { area: ordinal, number: measureOrdinals[j]! };
        warnings.push(warning('measure_without_text', measure.marker ?? range, params));
        return [];
      }
      const { text } = readRange(sheet.source, measure.range, gapsIn(gaps, measure.range));
      const { marker: before, parts = clausesIn(sheet.source, measure.range) } = measure;
      const more = {
        ...(parts && {
          parts: parts.map((part): DraftPart => ({ ...wordsOf(part), ...fieldsOf(part, wordsOf) })),
        }),
        ...fieldsOf(measure, wordsOf),
      };
      return [{ ordinal: measureOrdinals[j]!, text, range: measure.range, marker: before, ...more }];
    });
    if (measures.length === 0 && !bare)
      warnings.push(warning('area_without_measure', range, { area: ordinal, title }));
    const under = headings && { headings: headings.map(wordsOf) };
    return { ordinal, title, range, marker, measures, ...under };
  });
}

type Fields<T> = { agency?: T; status?: T };

function fieldsOf(
  { agency, status }: Fields<FoundWords>,
  wordsOf: (found: FoundWords) => DraftWords,
): Fields<DraftWords> {
  return { ...(agency && { agency: wordsOf(agency) }), ...(status && { status: wordsOf(status) }) };
}

/** Where a piece and what belongs to it stand; a number without words is none. */
function placesOf(piece: Pick<FoundMeasure, 'range' | 'marker'> & Fields<FoundWords>): Range[] {
  if (!piece.range) return [];
  const fields = [piece.agency, piece.status].flatMap((field) => (field ? placesOf(field) : []));
  return [piece.range, piece.marker].filter((place) => place !== null).concat(fields);
}

/** Words that nothing has claimed: nothing of a source may vanish, whatever a layout makes of it. */
function forgotten(source: string, claimed: Range[]): DraftLeftOut[] {
  const left: DraftLeftOut[] = [];
  let position = 0;
  const account = (end: number): void => {
    let start = -1;
    let last = -1;
    for (; position < end; position++) {
      if (isSpace(source.charCodeAt(position))) continue;
      if (start === -1) start = position;
      last = position;
    }
    if (start !== -1) left.push({ range: [start, last + 1], reason: 'unrecognised' });
  };
  for (const { range } of inOrder(claimed.map((range) => ({ range })))) {
    account(range[0]);
    position = Math.max(position, range[1]);
  }
  account(source.length);
  return left;
}

/** Neighbours with one reason and only white space between them are one piece. */
function merge(source: string, leftOut: DraftLeftOut[]): DraftLeftOut[] {
  const merged: DraftLeftOut[] = [];
  for (const { range, reason } of leftOut) {
    const before = merged.at(-1);
    if (before?.reason === reason && source.slice(before.range[1], range[0]).trim() === '') {
      before.range = [before.range[0], Math.max(before.range[1], range[1])];
    } else {
      merged.push({ range, reason });
    }
  }
  return merged;
}

/**
 * What a person has to look at before the draft can be adopted; `heading` is where missing data would stand, `listed`
 * how many documents stand in a list of their own.
 */
function warnOfMeeting(
  { meeting, areas, signedDocuments, metadata, leftOut }: Draft,
  heading: Range,
  listed: number,
): DraftWarning[] {
  const warnings: DraftWarning[] = [];
  if (areas.every(({ measures }) => measures.length === 0))
    warnings.push(warning('no_measures', areas[0]!.range, { areas: areas.length }));
  const asked = metadata.some(({ field }) => field === 'date');
  if (meeting.mechanism === null) warnings.push(warning('mechanism_missing', heading));
  if (meeting.ordinal === null) warnings.push(warning('ordinal_missing', heading));
  if (meeting.date === null && !asked) warnings.push(warning('date_missing', heading));
  if (meeting.place === null) warnings.push(warning('place_missing', heading));
  const [side, other] = meeting.sides;
  if (side !== undefined && other === undefined) warnings.push(warning('one_side', heading, { side }));
  else if (meeting.sides.length !== 2) warnings.push(warning('sides_missing', heading));
  const found = {
    areas: [areas.length],
    measures: [areas.reduce((sum, area) => sum + area.measures.length, 0)],
    // "簽署四份合作文件" may or may not count the memorandum itself, or mean a list alone.
    documents: [signedDocuments.length, signedDocuments.length - 1, ...(listed > 0 ? [listed] : [])],
  };
  for (const what of ['areas', 'measures', 'documents'] as const) {
    const declared = meeting.declared[what];
    if (declared === null || found[what].includes(declared)) continue;
    const range = metadata.find((piece) => piece.field === `declared_${what}`)?.range ?? heading;
    warnings.push(warning('declared_differs', range, { what, declared, found: found[what][0]! }));
  }
  for (const { range, reason } of leftOut) {
    if (reason === 'unrecognised' || reason === 'introduction')
      warnings.push(warning('text_left_out', range));
  }
  return warnings;
}
