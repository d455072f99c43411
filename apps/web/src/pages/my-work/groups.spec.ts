import type { WorkItem } from '../../api/types';
import { daysBetween } from '../../i18n/dates';
import { dueOf, workGroups } from './groups';

const today = '2025-10-20';
const trilingual = { hant: '', hans: '', en: '' };

const item = (
  kind: WorkItem['kind'],
  dueOn: string | null,
  internalDueOn: string | null = null,
): WorkItem => {
  const bare = { dueOn, internalDueOn } as WorkItem;
  const due = dueOf(bare);
  return {
    ...{ kind, dueOn, internalDueOn, days: due === null ? null : daysBetween(today, due) },
    ...{ measureId: `${kind}${dueOn}`, updateId: null, reason: null, areaOrdinal: 1, ordinal: 1, title: '' },
    ...{
      script: 'hant',
      light: 'green',
      lightReason: 'normal',
      lightDays: null,
      inPlaceOf: null,
      version: null,
    },
    meeting: { id: '', ordinal: 1, title: '', mechanismId: '', mechanismName: trilingual },
  };
};

describe('what is owed', () => {
  it('stands in order of urgency', () => {
    const groups = workGroups(
      [
        item('draft', '2025-12-01'),
        item('due', '2025-10-08'),
        item('returned', '2025-10-26'),
        item('clear', '2025-10-01'),
        item('draft', null),
        item('due', '2025-10-02'),
      ],
      today,
    );
    expect(groups.map(({ name, items }) => [name, items.map(({ dueOn }) => dueOn)])).toEqual([
      ['past', ['2025-10-02', '2025-10-08']],
      ['open', ['2025-10-01', null]],
      ['week', ['2025-10-26']],
      ['later', ['2025-12-01']],
    ]);
  });

  it('is due on the nearer of the agreed and the internal date', () => {
    expect(dueOf(item('due', '2025-12-01', '2025-11-20'))).toBe('2025-11-20');
    expect(dueOf(item('due', null, '2025-11-20'))).toBe('2025-11-20');
    expect(dueOf(item('due', '2025-12-01'))).toBe('2025-12-01');
  });
});
