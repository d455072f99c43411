/**
 * What the api is held against: `node:http` and `pg` and nothing else. It answers the bytes of the same queries, as a
 * role that row-level security does not bind, on a copy of the database that holds what one side may see. Its
 * instructions come on standard input; its port goes out on standard output.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import pg from 'pg';

import { type Answer, clear, type Clearer } from './bare-clear.js';

export interface BareInstructions {
  databaseUrl: string;
  poolSize: number;
  /** What the functions of the policies read of the session; reads still ask them whose side it is. */
  settings: Record<string, string>;
  reads: Record<string, { sql: string; params: unknown[] }>;
  clearer: Clearer;
  clearAnswer: Answer;
}

const { databaseUrl, poolSize, settings, reads, clearer, clearAnswer } = (await json(
  process.stdin,
)) as BareInstructions;
const options = Object.entries(settings)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options });

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const read = reads[path];
  if (read) {
    const { rows } = await pool.query<{ body: string }>({
      name: path.slice(0, 60),
      text: read.sql,
      values: read.params,
    });
    send(response, rows[0]!.body);
    return;
  }
  const [, id] = /^\/api\/updates\/([0-9a-f-]{36})\/clear$/.exec(path) ?? [];
  if (id) send(response, await clear(pool, id, clearer, clearAnswer));
  else response.writeHead(404).end();
}

const server = createServer((request, response) => {
  request.resume(); // the body of a clearing says nothing that is needed here
  answer(request.url ?? '', response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
