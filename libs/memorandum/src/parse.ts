import type { Draft, LookedFor, Range, Refusal, TableColumn } from '#contracts/draft';
import { assemble } from './assemble.js';
import { isCompany, isInHeading, isInHeadline, isOtherKind } from './kind.js';
import type { KnownOfText } from './known.js';
import { announcedList } from './layouts/announced-list.js';
import { areasInLine } from './layouts/areas-in-line.js';
import { headedParagraphs } from './layouts/headed-paragraphs.js';
import type { Fit, Layout } from './layouts/layout.js';
import { numberedAreas } from './layouts/numbered-areas.js';
import { numberedAnnex } from './layouts/numbered-annex.js';
import { outline } from './layouts/outline.js';
import { table } from './layouts/table.js';
import { englishEvidence } from './metadata/english/evidence.js';
import type { Line } from './lines.js';
import { isEnglish } from './metadata/english/language.js';
import { type Sheet, someOf, toSheet, withoutDecoration } from './sheet.js';
import { isNameless } from './metadata/title.js';
import { type Versions, versionsOf } from './translation.js';
import { warning } from './warnings.js';

/** In the order in which they are tried. */
export const LAYOUTS: Layout[] = [
  table(),
  numberedAnnex,
  numberedAreas,
  areasInLine,
  headedParagraphs,
  outline,
  announcedList,
];

export interface ParseOptions extends KnownOfText {
  /** What the columns of a table hold, where a person says it; else their headings do. */
  columns?: (TableColumn | null)[] | null;
}

/** A draft and the layout that it was read by, or what was looked for. */
export type ParseResult = { ok: true; draft: Draft; layout: Layout } | { ok: false; lookedFor: Refusal[] };

/**
 * Reads the text of a memorandum as a draft of its meeting, every word of it accounted for. A text that has no layout
 * we know, or has one and is about something else, is refused with what was looked for.
 */
export function parseMemorandum(text: string, { columns = null, ...known }: ParseOptions = {}): ParseResult {
  const plain = toSheet(text);
  if (isCrumbs(plain)) return { ok: false, lookedFor: NOTHING };
  // Of an English text the signs tell levels.
  const whole = isEnglish(plain) ? plain : withoutDecoration(plain);
  const layouts = columns ? [table(columns)] : LAYOUTS;
  // A table's columns may themselves be of two languages.
  const versions = columns || text.includes('\t') ? null : versionsOf(whole.lines);
  const missed: Refusal[] = [];
  for (const [lines, again] of versions
    ? eitherOf(versions)
    : [[whole.lines, []] satisfies [Line[], Line[]]]) {
    const sheet = again.length > 0 ? someOf(whole, lines) : whole;
    const language = isEnglish(sheet) ? 'en' : 'zh';
    for (const layout of layouts) {
      if (layout.language && layout.language !== language) continue;
      const draft = readAs(layout, sheet, again, known, missed);
      if (draft) return { ok: true, draft, layout };
    }
  }
  return { ok: false, lookedFor: merged(missed) };
}

/** Thousands of lines of hardly a word each: a column of figures, a page torn to pieces. No measure stands there. */
const isCrumbs = ({ source, lines }: Sheet): boolean =>
  lines.length > MANY_LINES && source.length < lines.length * SHORTEST_LINE;

const MANY_LINES = 2_500;
/** With the break at its end. */
const SHORTEST_LINE = 8;
const NOTHING: Refusal[] = [
  { what: 'area_headings', found: 0 },
  { what: 'paragraph_measures', found: 0 },
];

/** The first version is the register; where it is none, the other may be. */
const eitherOf = ({ first, again }: Versions): [Line[], Line[]][] => [
  [first, again],
  [again, first],
];

/** The draft that a layout makes of a text; else null, with what was looked for among what was missed. */
function readAs(
  layout: Layout,
  sheet: Sheet,
  again: Line[],
  known: KnownOfText,
  missed: Refusal[],
): Draft | null {
  const reading = layout.read(sheet);
  if ('missed' in reading) {
    missed.push(...reading.missed);
    return null;
  }
  const draft = assemble(sheet, again.length > 0 ? leave(reading.fit, again) : reading.fit, known);
  const english = reading.fit.language === 'en';
  const refusals = english ? englishEvidence(sheet, draft) : evidence(sheet, draft);
  const enough = english ? refusals.every(({ found }) => found === true) : isEnough(refusals);
  // The heading of a table says itself that measures stand under it.
  if (draft.table || enough) return draft;
  const measures = draft.areas.reduce((sum, area) => sum + area.measures.length, 0);
  missed.push(
    { what: 'area_headings', found: draft.areas.length },
    { what: layout.measures, found: measures },
    ...refusals,
  );
  return null;
}

/** The same text again in another script or language, which is no part of the register. */
function leave(fit: Fit, again: Line[]): Fit {
  const range: Range = [again[0]!.range[0], again.at(-1)!.range[1]];
  const asides = again.map((line) => ({ range: line.range, reason: 'translation' as const }));
  return {
    ...fit,
    asides: [...fit.asides, ...asides],
    warnings: [...fit.warnings, warning('translation_left_out', range)],
  };
}

/** What several layouts looked for, once each, as the one that found the most of it saw it. */
function merged(missed: Refusal[]): Refusal[] {
  const best = new Map<LookedFor, Refusal>();
  for (const refusal of missed) {
    const before = best.get(refusal.what);
    if (!before || Number(refusal.found) > Number(before.found)) best.set(refusal.what, refusal);
  }
  return [...best.values()];
}

const COOPERATION = /合作|交流|[兩两]地|[雙双]方|[聯联]合|互[訪访]/;

/**
 * A recipe, too, has headings and numbered lines under them: what tells that two governments agreed on these? A
 * policy address or the minutes of a committee may name a meeting; theirs is no text of it.
 */
function evidence(sheet: Sheet, { meeting, areas, signedDocuments, metadata }: Draft): Refusal[] {
  const measures = areas.flatMap((area) => area.measures);
  const speaking = measures.filter(({ text }) => COOPERATION.test(text)).length;
  const other = isOtherKind(sheet);
  const ordinal = metadata.find(({ field }) => field === 'ordinal');
  const headed =
    ordinal !== undefined &&
    (isInHeading(sheet, ordinal.range) ||
      (meeting.mechanism !== null && isInHeadline(sheet, meeting.mechanism)));
  const titled = signedDocuments.length > 0 || headed;
  const { mechanism, sides } = meeting;
  const named = mechanism !== null && (sides.length === 2 || !isNameless(mechanism));
  return [
    { what: 'memorandum_title', found: titled && !other },
    { what: 'meeting_name', found: named && !other },
    { what: 'two_sides', found: meeting.sides.length === 2 && !meeting.sides.some(isCompany) },
    { what: 'words_of_cooperation', found: speaking > 0 && speaking >= measures.length * 0.3 },
  ];
}

/** The text says what it is, and whose: a heading that names the meeting says both. */
function isEnough(refusals: Refusal[]): boolean {
  const found = (what: LookedFor): boolean =>
    refusals.some((refusal) => refusal.what === what && refusal.found === true);
  const [title, meeting] = [found('memorandum_title'), found('meeting_name')];
  return found('two_sides') ? title || meeting : title && meeting;
}
