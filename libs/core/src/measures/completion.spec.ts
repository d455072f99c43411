import { measureStatuses } from '#contracts/status';
import { completionOf } from './completion.js';

it.each([
  [[], 0, 0],
  [['closed'], 1, 1],
  [['completed', 'awaiting_confirmation', 'closed'], 1, 3],
  [['closed', 'ongoing', 'suspended', 'dropped'], 1, 1],
  [['ongoing', 'dropped'], 0, 0],
  [['not_started', 'on_target', 'behind'], 0, 3],
] as const)('of %j %d of %d are complete', (statuses, completed, countable) => {
  expect(completionOf([...statuses])).toMatchObject({ completed, countable });
});

it('says how many of each kind it leaves out, and counts every measure once', () => {
  const { countable, leftOut } = completionOf([...measureStatuses, 'ongoing']);
  expect(leftOut).toEqual({ ongoing: 2, suspended: 1, dropped: 1 });
  expect(countable + leftOut.ongoing + leftOut.suspended + leftOut.dropped).toBe(measureStatuses.length + 1);
});
