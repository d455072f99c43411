import type { Config } from '#platform/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { password } from './build.js';
import { configFor } from './core.js';
import type { TestDatabase } from './database.js';

/** The HTTP program in this process, on a real port of the loopback interface. */
export interface TestApi {
  app: NestFastifyApplication;
  config: Config;
  url: string;
  /** LUOSHI_HOME: what is uploaded lies in files/ under it. */
  home: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** As it came; files too. */
  bytes: Buffer;
  text: string;
  /** Status line's worth, headers and body in one, for looking into. */
  whole: string;
}

export interface Question {
  body?: RequestInit['body'] | object;
  version?: number | string;
  headers?: Record<string, string>;
}

/** Somebody's browser: keeps the session and sends the token that belongs to it. */
export class Browser {
  cookie = '';
  csrfToken = '';

  constructor(
    private readonly url: string,
    readonly language = 'en',
  ) {}

  async signIn(email: string, word = password): Promise<Answer> {
    const answer = await this.ask('POST', '/api/session', { body: { email, password: word } });
    if (answer.status === 200) {
      this.cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
      this.csrfToken = (JSON.parse(answer.text) as { csrfToken: string }).csrfToken;
    }
    return answer;
  }

  async ask(method: string, path: string, { body, version, headers = {} }: Question = {}): Promise<Answer> {
    const plain = body !== undefined && (body as object).constructor === Object;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': this.language,
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrfToken && { 'x-csrf-token': this.csrfToken }),
        ...(version !== undefined && { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
        ...(plain && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: plain ? JSON.stringify(body) : (body as RequestInit['body']) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      whole: [response.status, ...lines, '', text].join('\n'),
    };
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }
}

/**
 * Starts the HTTP program before the tests of this spec file and stops it after them.
 * @param createApp the api's own, which this library must not import
 */
export function useApi(
  createApp: (config: Config) => Promise<NestFastifyApplication>,
  database: TestDatabase,
  environment: Record<string, string> = {},
): TestApi {
  const api = {} as TestApi;
  beforeAll(async () => {
    api.home = mkdtempSync(join(tmpdir(), 'luoshi-api-'));
    api.config = configFor(database, api.home, environment);
    api.app = await createApp(api.config);
    await api.app.listen(0, '127.0.0.1');
    api.url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await api.app?.close();
    rmSync(api.home, { recursive: true, force: true });
  });
  return api;
}
