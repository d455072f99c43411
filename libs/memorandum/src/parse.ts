import type { Draft, LookedFor, ParseResult, Refusal, TableColumn } from '#contracts/draft';
import { assemble } from './assemble.js';
import { isCompany, isInHeading, isOtherKind } from './kind.js';
import type { KnownOfText } from './known.js';
import { headedParagraphs } from './layouts/headed-paragraphs.js';
import type { Layout } from './layouts/layout.js';
import { numberedAreas } from './layouts/numbered-areas.js';
import { numberedAnnex } from './layouts/numbered-annex.js';
import { outline } from './layouts/outline.js';
import { table } from './layouts/table.js';
import { englishEvidence } from './metadata/english/evidence.js';
import { type Sheet, toSheet } from './sheet.js';

const LAYOUTS: Layout[] = [numberedAnnex, numberedAreas, headedParagraphs, outline];

export interface ParseOptions extends KnownOfText {
  /** What the columns of a table hold, where a person says it; else their headings do. */
  columns?: (TableColumn | null)[] | null;
}

/**
 * Reads the text of a memorandum as a draft of its meeting, every word of it accounted for. A text that has no layout
 * we know, or has one and is about something else, is refused with what was looked for.
 */
export function parseMemorandum(text: string, { columns = null, ...known }: ParseOptions = {}): ParseResult {
  const sheet = toSheet(text);
  const missed: Refusal[] = [];
  for (const layout of columns ? [table(columns)] : [table(), ...LAYOUTS]) {
    const reading = layout.read(sheet);
    if ('missed' in reading) {
      missed.push(...reading.missed);
      continue;
    }
    const draft = assemble(sheet, reading.fit, known);
    const english = reading.fit.language === 'en';
    const refusals = english ? englishEvidence(sheet, draft) : evidence(sheet, draft);
    const enough = english ? refusals.every(({ found }) => found === true) : isEnough(refusals);
    // The heading of a table says itself that measures stand under it.
    if (draft.table || enough) return { ok: true, draft };
    const measures = draft.areas.reduce((sum, area) => sum + area.measures.length, 0);
    missed.push(
      { what: 'area_headings', found: draft.areas.length },
      { what: layout.measures, found: measures },
      ...refusals,
    );
  }
  return { ok: false, lookedFor: merged(missed) };
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
  const titled = signedDocuments.length > 0 || (ordinal !== undefined && isInHeading(sheet, ordinal.range));
  return [
    { what: 'memorandum_title', found: titled && !other },
    { what: 'meeting_name', found: meeting.mechanism !== null && !other },
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
