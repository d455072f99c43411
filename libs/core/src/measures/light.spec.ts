import type { LightReason } from '#contracts/status';
import { type Lightable, lightOf } from './light.js';

const today = '2026-11-20';
const thresholds = { warningDays: 30, freshnessDays: 180 };
const light = (measure: Partial<Lightable>) =>
  lightOf({ status: 'on_target', dueOn: null, lastClearedOn: null, ...measure }, today, thresholds);

describe('a measure’s light', () => {
  it.each<[Partial<Lightable>, string, LightReason, number | null]>([
    [{ status: 'closed', dueOn: '2020-01-01' }, 'grey', 'ended', null],
    [{ status: 'dropped', dueOn: '2020-01-01' }, 'grey', 'ended', null],
    [{ status: 'suspended', dueOn: '2020-01-01' }, 'grey', 'suspended', null],
    [{ dueOn: '2026-11-19' }, 'red', 'overdue', 1],
    [{ status: 'behind', dueOn: '2026-11-10' }, 'red', 'overdue', 10],
    [{ status: 'completed', dueOn: '2026-11-10' }, 'red', 'overdue', 10],
    [{ status: 'behind' }, 'red', 'behind', null],
    [{ status: 'behind', dueOn: '2026-11-20' }, 'red', 'behind', null],
    [{ dueOn: '2026-11-20' }, 'yellow', 'due_soon', 0],
    [{ dueOn: '2026-12-20' }, 'yellow', 'due_soon', 30],
    [{ dueOn: '2026-12-21' }, 'green', 'normal', null],
    [{ status: 'not_started', dueOn: '2026-12-20' }, 'yellow', 'due_soon', 30],
    [{ status: 'not_started', dueOn: '2026-12-21' }, 'green', 'normal', null],
    [{ status: 'not_started' }, 'grey', 'not_started', null],
    [{ status: 'ongoing' }, 'yellow', 'stale', null],
    [{ status: 'ongoing', lastClearedOn: '2026-05-24' }, 'green', 'normal', null],
    [{ status: 'ongoing', lastClearedOn: '2026-05-23' }, 'yellow', 'stale', 181],
    [{ status: 'ongoing', dueOn: '2026-12-01', lastClearedOn: '2020-01-01' }, 'yellow', 'due_soon', 11],
    [{ lastClearedOn: '2020-01-01' }, 'green', 'normal', null],
    [{ status: 'completed' }, 'green', 'normal', null],
    [{ status: 'awaiting_confirmation' }, 'green', 'normal', null],
  ])('of %j is %s, because it is %s (%s)', (measure, colour, reason, days) => {
    expect(light(measure)).toEqual({ light: colour, reason, days });
  });
});
