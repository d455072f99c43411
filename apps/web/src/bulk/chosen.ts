import type { Seen } from '../api/calls';
import type { MeasureRow, WorkItem } from '../api/types';

/** A measure that is selected, with the updates on it that wait for the coordinator. */
export interface Chosen {
  measureId: string;
  areaOrdinal: number;
  ordinal: number;
  title: string;
  /** Of our side's assignment as the register showed it. */
  assignmentVersion?: number;
  updates: Seen[];
}

export const chosenRow = ({ id, areaOrdinal, ordinal, title, own }: MeasureRow): Chosen => ({
  ...{ measureId: id, areaOrdinal, ordinal, title },
  ...(own && { assignmentVersion: own.version }),
  updates: own?.waiting ?? [],
});

export const chosenItem = (item: WorkItem): Chosen => {
  const { measureId, areaOrdinal, ordinal, title, updateId, version } = item;
  const updates = updateId !== null && version !== null ? [{ id: updateId, version }] : [];
  return { measureId, areaOrdinal, ordinal, title, updates };
};

/** The measures whose assignment was shown, as it was shown. */
export const assignmentsOf = (chosen: readonly Chosen[]): Seen[] =>
  chosen.flatMap(({ measureId: id, assignmentVersion: version }) =>
    version === undefined ? [] : [{ id, version }],
  );

export const updatesOf = (chosen: readonly Chosen[]) => chosen.flatMap(({ updates }) => updates);
