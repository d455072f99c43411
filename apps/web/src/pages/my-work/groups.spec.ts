import type { WorkItem } from '../../api/types';
import { workGroups } from './groups';

const item = (kind: WorkItem['kind'], on: string | null): WorkItem => ({
  ...{
    kind,
    on,
    days: null,
    measureId: `${kind}${on}`,
    areaOrdinal: 1,
    ordinal: 1,
    title: '',
    updateId: null,
    reason: null,
  },
  ...{ light: 'green', lightReason: 'normal' },
  meeting: { id: '', ordinal: 1, title: '', mechanismId: '', mechanismName: { hant: '', hans: '', en: '' } },
});

it('puts what is owed in order of urgency', () => {
  const groups = workGroups(
    [
      item('update', '2025-12-01'),
      item('due', '2025-10-08'),
      item('returned', '2025-10-26'),
      item('clear', '2025-10-01'),
      item('update', null),
      item('due', '2025-10-02'),
    ],
    '2025-10-20',
  );
  expect(groups.map(({ name, items }) => [name, items.map(({ on }) => on)])).toEqual([
    ['past', ['2025-10-02', '2025-10-08']],
    ['open', ['2025-10-01', null]],
    ['week', ['2025-10-26']],
    ['later', ['2025-12-01']],
  ]);
});
