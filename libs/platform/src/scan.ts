import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

export type Verdict = { found: 'nothing' } | { found: 'virus'; name: string } | { found: 'too_large' };

/** The scanner is away or answers nonsense: the file has to wait, which is not a pass. */
export class ScannerAwayError extends Error {
  constructor(options?: ErrorOptions) {
    super('the virus scanner does not answer', options);
    this.name = 'ScannerAwayError';
  }
}

export interface Scanner {
  /** @throws ScannerAwayError */
  scan(path: string): Promise<Verdict>;
  /** @throws ScannerAwayError */
  ping(): Promise<void>;
}

/** A scan of the largest file takes so long at most; a clamd that says nothing for longer is away. */
const patienceMs = 600_000;
const pingMs = 5_000;

/** clamd, over its own protocol: https://docs.clamav.net/manual/Usage/Scanning.html#clamd */
export function createScanner(url: string | null): Scanner | null {
  if (!url) return null;
  return {
    async scan(path) {
      const answer = await ask(url, patienceMs, async (socket) => {
        await write(socket, 'zINSTREAM\0');
        for await (const chunk of createReadStream(path, {
          highWaterMark: 256 * 1024,
        }) as AsyncIterable<Buffer>) {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(chunk.length);
          await write(socket, length);
          await write(socket, chunk);
        }
        await write(socket, Buffer.alloc(4));
      });
      if (answer === 'stream: OK') return { found: 'nothing' };
      if (answer.startsWith('INSTREAM size limit exceeded')) return { found: 'too_large' };
      const name = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      if (!name) throw new ScannerAwayError();
      // What clamd gives up on where it is told to (AlertExceedsMax) is not a virus, and not a pass either.
      return name.startsWith('Heuristics.Limits.Exceeded')
        ? { found: 'too_large' }
        : { found: 'virus', name };
    },

    async ping() {
      const answer = await ask(url, pingMs, (socket) => write(socket, 'zPING\0'));
      if (answer !== 'PONG') throw new ScannerAwayError();
    },
  };
}

/** One question on one connection; clamd may answer before it has heard all, and then hears no more. */
async function ask(url: string, within: number, say: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connectTo(url);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const said = () => Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').trim();
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(pingMs) });
    const ended = once(socket, 'end', { signal: AbortSignal.timeout(within) });
    ended.catch(() => undefined);
    await Promise.race([say(socket), ended]);
    await ended;
  } catch (error) {
    if (said() === '') throw new ScannerAwayError({ cause: error });
  } finally {
    socket.destroy();
  }
  if (said() === '') throw new ScannerAwayError();
  return said();
}

function connectTo(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:'
    ? connect(decodeURIComponent(pathname))
    : connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ''));
}

const write = (socket: Socket, data: Buffer | string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(data, (error) => (error ? reject(error) : resolve()));
  });
