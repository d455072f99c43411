import { undecided } from '#contracts/decisions';
import type { DraftMeasure } from '#contracts/draft';
import type { Measure } from '#core/measures/measure.entity';
import type { Track } from '#core/measures/track.entity';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import { fold } from '#i18n/fold';
import type { Script } from '#i18n/language';
import { shortTitle } from '#memorandum/short-title';
import { v7 as uuid } from 'uuid';
import type { Import } from './import.entity.js';
import { type Due, dueIn } from './said-of.js';

interface Place {
  mechanismId: string;
  meetingId: string;
  area: { id: string; ordinal: number };
  ordinal: number;
  sourceId: string;
  script: Script;
}

/** What the source says of a measure's deadline, unless the coordinator refused it. */
export function dueFor({ text, draft, decisions }: Import, measure: DraftMeasure): Due | null {
  const { noDue } = decisions ?? undecided;
  return noDue.includes(measure.range[0]) ? null : dueIn(text, draft, measure);
}

/** A measure of the record, made of one of a draft. */
export function measureRow(
  { text, range, due }: Pick<DraftMeasure, 'text' | 'range'> & { due: Due | null },
  place: Place,
) {
  const { area, ...rest } = place;
  return {
    ...{ id: uuid(), ...rest, areaId: area.id, areaOrdinal: area.ordinal },
    ...{ title: shortTitle(text), text, folded: fold(text), sourceStart: range[0], sourceEnd: range[1] },
    ...{ dueWording: due?.words ?? null, dueKind: due?.kind ?? ('none' as const) },
  } satisfies Partial<Measure>;
}

/** Both sides' handling of measures that have just been agreed. */
export function trackRows(mechanism: Mechanism, measures: readonly { id: string }[]) {
  const { id: mechanismId, leftPartyId, rightPartyId } = mechanism;
  return measures.flatMap(({ id: measureId }) =>
    [leftPartyId, rightPartyId].map(
      (partyId) => ({ id: uuid(), mechanismId, measureId, partyId }) satisfies Partial<Track>,
    ),
  );
}

/** What the joint ledger keeps of measures that were adopted: it could write them again. */
export const recorded = (measures: readonly ReturnType<typeof measureRow>[]) =>
  measures.map(
    ({ id, areaId, ordinal, title, text, script, sourceStart, sourceEnd, dueWording, dueKind }) => ({
      ...{ id, areaId, ordinal, title, text, script, sourceStart, sourceEnd, dueWording, dueKind },
    }),
  );

/** A statement takes 65,535 parameters: many rows go in parts. */
const ROWS_AT_ONCE = 1_000;

export async function inParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE));
}
