import { useQueryClient } from '@tanstack/react-query';
import { useReread } from '../../api/reread';
import type { Measure } from '../../api/types';
import { tell } from '../../shell/toast';

/** Puts the measure that an answer brought back into the cache, and lets all that speaks of it be read anew. */
export function useChanged() {
  const cache = useQueryClient();
  const reread = useReread();
  return async (measure: Measure, message: string) => {
    cache.setQueryData(['measure', measure.id], measure);
    tell(message);
    await reread();
  };
}
