/** One thing that was looked at. */
export interface Check {
  name: string;
  state: 'ok' | 'warning' | 'wrong';
  /** What was found. Never a secret. */
  detail: string;
  /** What to do about it; empty where there is nothing to do. */
  mend: string;
}

export const ok = (name: string, detail: string): Check => ({ name, state: 'ok', detail, mend: '' });
export const warning = (name: string, detail: string, mend: string): Check => ({
  ...{ name, state: 'warning', detail, mend },
});
export const wrong = (name: string, detail: string, mend: string): Check => ({
  ...{ name, state: 'wrong', detail, mend },
});

const PATIENCE = 10_000;

/** Looks at one thing; what stands in the way, or takes too long, is a finding and not the end of the examination. */
export async function look(
  name: string,
  mend: string,
  examine: () => Promise<Check | Check[]>,
): Promise<Check[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    return [await Promise.race([examine(), late])].flat();
  } catch (error) {
    return [wrong(name, reasonOf(error), mend)];
  } finally {
    clearTimeout(timer);
  }
}

/** Several failures at once (both addresses of a name) come without words of their own. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}

/** An address without what opens it. */
export function masked(value: string): string {
  if (!URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.password) url.password = '***';
  for (const name of url.searchParams.keys())
    if (/pass|secret|key|token/i.test(name)) url.searchParams.set(name, '***');
  return url.href;
}
