import type { ProblemCode } from '#contracts/problems';
import type { Language } from '#i18n/language';
import { errors } from '#i18n/messages/errors';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './api.js';
import type { Builder } from './build.js';
import { tablesOf } from './visibility.js';

export interface Expected {
  status: number;
  code: ProblemCode;
}

/** An RFC 9457 problem of this kind, whole, in this language. */
export function expectProblem(answer: Answer, { status, code }: Expected, language: Language = 'en'): void {
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('content-language')).toBe(language);
  const problem = JSON.parse(answer.text) as Record<string, string>;
  expect(problem).toMatchObject({ type: `urn:luoshi:problem:${code}`, status, code });
  expect(problem['title']).toBe(errors[language][code].title);
  expect(problem['detail']).not.toMatch(/\{\{/);
  expect(problem['detail']!.length).toBeGreaterThan(5);
}

/** The files under LUOSHI_HOME, half-written ones too. */
export function filesIn(home: string): string[] {
  try {
    return readdirSync(join(home, 'files'), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => each.name)
      .sort();
  } catch {
    return [];
  }
}

/** Every row and every file there is, but for who signed in: what a refused request leaves as it was. */
export async function standing(builder: Builder, home: string): Promise<Record<string, unknown>> {
  const prints: Record<string, unknown> = {};
  for (const { name } of await tablesOf(builder)) {
    if (['session', 'person'].includes(name)) continue;
    const [row] = await builder.source.query<[object]>(
      `select count(*)::int as count, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as print from "${name}" t`,
    );
    prints[name] = row;
  }
  return { ...prints, files: filesIn(home) };
}
