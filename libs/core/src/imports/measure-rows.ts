import type { DraftMeasure } from '#contracts/draft';
import type { Measure } from '#core/measures/measure.entity';
import type { Track } from '#core/measures/track.entity';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import { fold } from '#i18n/fold';
import type { Script } from '#i18n/language';
import { shortTitle } from '#memorandum/short-title';
import { v7 as uuid } from 'uuid';

interface Place {
  mechanismId: string;
  meetingId: string;
  area: { id: string; ordinal: number };
  ordinal: number;
  sourceId: string;
  script: Script;
}

/** A measure of the record, made of one of a draft. */
export function measureRow({ text, range }: Pick<DraftMeasure, 'text' | 'range'>, place: Place) {
  const { area, ...rest } = place;
  return {
    ...{ id: uuid(), ...rest, areaId: area.id, areaOrdinal: area.ordinal },
    ...{ title: shortTitle(text), text, folded: fold(text), sourceStart: range[0], sourceEnd: range[1] },
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
  measures.map(({ id, areaId, ordinal, title, text, script, sourceStart, sourceEnd }) => ({
    ...{ id, areaId, ordinal, title, text, script, sourceStart, sourceEnd },
  }));
