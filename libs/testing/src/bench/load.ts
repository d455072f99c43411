import autocannon from 'autocannon';

const CONNECTIONS = 8;

/** What is asked for again and again. */
export interface Target {
  url: string;
  headers: Record<string, string>;
  /** A write: takes the next request each time, until there are none left. */
  next?: () => { path: string; headers: Record<string, string> } | undefined;
}

export class Timings {
  private readonly latencies: number[] = [];
  private seconds = 0;

  add(latencies: readonly number[], seconds: number): void {
    for (const latency of latencies) this.latencies.push(latency);
    this.seconds += seconds;
  }

  get requests(): number {
    return this.latencies.length;
  }

  get perSecond(): number {
    return this.latencies.length / this.seconds;
  }

  /** Milliseconds under which this share of the requests was answered. */
  percentile(share: number): number {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }
}

/** Keeps eight connections busy for so many seconds. @throws where anything but success is answered */
export async function load({ url, headers, next }: Target, seconds: number, into?: Timings): Promise<void> {
  const latencies: number[] = [];
  const refusals: number[] = [];
  const started = performance.now();
  let ended = 0;
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        ...(next
          ? {
              requests: [
                {
                  method: 'POST',
                  body: '{"disclose":[]}',
                  setupRequest: (request) => {
                    const one = next();
                    if (!one) instance.stop();
                    // After the last one a request that no server knows: it is not counted.
                    return {
                      ...request,
                      path: one?.path ?? '/none-left',
                      headers: { ...headers, ...one?.headers },
                    };
                  },
                },
              ],
            }
          : { headers }),
      },
      (error) => (error ? reject(error as Error) : resolve()),
    );
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status === 200) latencies.push(milliseconds);
      else if (!(next && status === 404)) refusals.push(status);
      ended = performance.now();
    });
  });
  if (refusals.length > 0 || latencies.length === 0)
    throw new Error(`${url} answered ${refusals[0] ?? 'nothing'} ${refusals.length} times`);
  into?.add(latencies, (ended - started) / 1_000);
}
