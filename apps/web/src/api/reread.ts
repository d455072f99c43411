import { useQueryClient } from '@tanstack/react-query';

/** All that says how the work stands. */
const work = [
  ...['measure', 'measures', 'meeting', 'mechanisms', 'lineage', 'update', 'evidence', 'evidence-list'],
  ...['my-work', 'activity', 'ledgers', 'session'],
];

/** After a write: what is on the screen is read anew at once, and all else when it is looked at. */
export function useReread(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () => Promise.all(work.map((name) => cache.invalidateQueries({ queryKey: [name] })));
}
