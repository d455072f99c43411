import { useQueryClient } from '@tanstack/react-query';
import type { Measure } from '../../api/types';
import { tell } from '../../shell/toast';

/** Puts the measure that an answer brought back into the cache, and lets the lists read it anew. */
export function useChanged() {
  const cache = useQueryClient();
  return async (measure: Measure, message: string) => {
    cache.setQueryData(['measure', measure.id], measure);
    tell(message);
    await Promise.all(
      ['measure', 'measures', 'meeting', 'my-work', 'session'].map((name) =>
        cache.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
}
