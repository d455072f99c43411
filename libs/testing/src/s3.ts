import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

interface S3Server {
  run(): Promise<{ address: string; port: number }>;
  close(): Promise<void>;
}

const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

/** A server that speaks S3, with one bucket in a folder; key and secret are both S3RVER. */
export const s3Server = (directory: string, bucket: string): S3Server =>
  new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory },
    configureBuckets: [{ name: bucket, configs: [] }],
  });

/** How a server is disposed: it answers, refuses everything, or hangs up in the middle of what it is given or gives. */
export type Mood = 'well' | 403 | 500 | 'cuts what comes' | 'cuts what goes';

/** The same server behind a door that can be slammed. */
export class MoodyS3 {
  mood: Mood = 'well';
  private readonly server: S3Server;
  private readonly door: Server;
  private port = 0;

  constructor(directory: string, bucket: string) {
    this.server = s3Server(directory, bucket);
    this.door = createServer((asked, answer) => this.pass(asked, answer));
  }

  /** @returns host and port */
  async run(): Promise<string> {
    ({ port: this.port } = await this.server.run());
    this.door.listen(0, '127.0.0.1');
    await once(this.door, 'listening');
    return `127.0.0.1:${(this.door.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.door.closeAllConnections();
    this.door.close();
    await this.server.close();
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { mood } = this;
    const { method, url, headers } = asked;
    if (typeof mood === 'number') {
      asked.resume();
      answer.writeHead(mood, { 'content-type': 'application/xml' });
      answer.end(`<Error><Code>${mood === 403 ? 'AccessDenied' : 'InternalError'}</Code></Error>`);
      return;
    }
    if (mood === 'cuts what comes' && method === 'PUT') {
      asked.once('data', () => asked.destroy());
      return;
    }
    const onwards = request(
      { host: '127.0.0.1', port: this.port, method, path: url, headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        if (mood !== 'cuts what goes' || method !== 'GET') return void answered.pipe(answer);
        answered.once('data', (piece: Buffer) => {
          answer.write(piece.subarray(0, Math.floor(piece.length / 2)), () => answer.destroy());
        });
      },
    );
    onwards.on('error', () => answer.destroy());
    asked.pipe(onwards);
  }
}
