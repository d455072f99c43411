import type { MeasureRow, WorkItem } from '../api/types';

/** A measure that is selected, with the updates on it that wait for the coordinator. */
export interface Chosen {
  measureId: string;
  areaOrdinal: number;
  ordinal: number;
  title: string;
  updates: { id: string; version: number }[];
}

export const chosenRow = ({ id, areaOrdinal, ordinal, title, own }: MeasureRow): Chosen => ({
  ...{ measureId: id, areaOrdinal, ordinal, title, updates: own?.waiting ?? [] },
});

export const chosenItem = (item: WorkItem): Chosen => {
  const { measureId, areaOrdinal, ordinal, title, updateId, version } = item;
  const updates = updateId !== null && version !== null ? [{ id: updateId, version }] : [];
  return { measureId, areaOrdinal, ordinal, title, updates };
};

export const updatesOf = (chosen: readonly Chosen[]) => chosen.flatMap(({ updates }) => updates);
