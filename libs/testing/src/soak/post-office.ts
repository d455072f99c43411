import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server that is slow at times, turns some mails down for now, and counts what it has taken. */
export interface PostOffice {
  url: string;
  /** How often each mail (by our id, from its Message-ID) was taken. */
  taken: Map<string, number>;
  turnedDown: () => number;
  close: () => Promise<void>;
}

export async function openPostOffice(random: () => number): Promise<PostOffice> {
  const taken = new Map<string, number>();
  let turnedDown = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const busy = random() < 0.1;
        const id = /^Message-ID:\s*<([^@>]+)@/im.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? '';
        if (busy) turnedDown += 1;
        else taken.set(id, (taken.get(id) ?? 0) + 1);
        // Whoever is killed now does not learn that the mail was taken.
        void sleep(random() * 250).then(() =>
          busy ? callback(Object.assign(new Error('busy'), { responseCode: 451 })) : callback(),
        );
      });
    },
  });
  server.on('error', () => undefined); // clients are killed in the middle of a mail
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    turnedDown: () => turnedDown,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
