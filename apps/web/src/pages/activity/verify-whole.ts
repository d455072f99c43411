import { verifyLedger } from '../../api/calls';
import { Problem } from '../../api/problem';
import type { Verification } from '../../api/types';

const pause = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms));

/** A part, asked for again while the server has enough of ours under way. */
async function part(id: string, from: number, signal: AbortSignal): Promise<Verification> {
  for (;;) {
    try {
      return await verifyLedger(id, from, signal);
    } catch (error) {
      const busy = error instanceof Problem && error.code === 'too_many_requests';
      if (!busy || signal.aborted) throw error;
      await pause(1_000);
    }
  }
}

/** Asks for part after part to the end, or to the first broken link. */
export async function verifyWhole(
  id: string,
  signal: AbortSignal,
  reached: (soFar: Verification) => void,
): Promise<Verification> {
  let soFar = await part(id, 1, signal);
  while (soFar.next !== null) {
    reached(soFar);
    const next = await part(id, soFar.next, signal);
    // Where a part breaks at once, the good row before it is the last of the part before.
    soFar = { ...next, at: next.at ?? soFar.at, hash: next.hash ?? soFar.hash };
  }
  return soFar;
}
