/** What was made of something, step by step, and back. Values are never changed, so that keeping them is enough. */
export interface History<T> {
  past: Step<T>[];
  now: T;
  future: Step<T>[];
  /** What is being typed into: its keys are one step together. */
  field: string | null;
}

interface Step<T> {
  value: T;
  /** What was selected then. */
  at: string | null;
}

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], field: null });

export function step<T>(
  history: History<T>,
  next: T,
  at: string | null,
  field: string | null = null,
): History<T> {
  if (field !== null && field === history.field) return { ...history, now: next, future: [] };
  return { past: [...history.past, { value: history.now, at }], now: next, future: [], field };
}

/** One step back, and what was selected before it was made; null at the beginning. */
export function back<T>(history: History<T>, at: string | null): [History<T>, string | null] | null {
  const last = history.past.at(-1);
  if (!last) return null;
  const future = [...history.future, { value: history.now, at }];
  return [{ past: history.past.slice(0, -1), now: last.value, future, field: null }, last.at];
}

export function forth<T>(history: History<T>, at: string | null): [History<T>, string | null] | null {
  const last = history.future.at(-1);
  if (!last) return null;
  const past = [...history.past, { value: history.now, at }];
  return [{ past, now: last.value, future: history.future.slice(0, -1), field: null }, last.at];
}
