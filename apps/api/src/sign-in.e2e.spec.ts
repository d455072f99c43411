import { Browser, useApi } from '#testing/api';
import { password } from '#testing/build';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { type Expected, expectProblem } from '#testing/problems';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database, { SIGN_IN_ATTEMPTS: '3' });
const desk = useDesk(api, database);

const invalid: Expected = { status: 400, code: 'invalid' };

describe('signing in', () => {
  it('rests after repeated failures, in sequence or at once, and says for how long', async () => {
    const person = await desk.builder.person(desk.world.left.bureau, ['officer']);
    const tries = await Promise.all(
      Array.from({ length: 7 }, () => new Browser(api.url).signIn(person.email, 'wrong')),
    );
    expect(tries.every(({ status }) => [401, 429].includes(status))).toBe(true);
    const right = await new Browser(api.url).signIn(person.email);
    expectProblem(right, { status: 429, code: 'locked_out' });
    expect(JSON.parse(right.text)).toMatchObject({
      params: { minutes: 15 },
      detail: expect.stringContaining('15'),
    });
    expect(right.headers.get('set-cookie')).toBeNull();
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const people = await Promise.all(
      [1, 2, 3, 4].map(() => desk.builder.person(desk.world.left.bureau, ['officer'])),
    );
    const measure = async (email: string) => {
      const begun = performance.now();
      expectProblem(await new Browser(api.url).signIn(email, 'wrong'), {
        status: 401,
        code: 'sign_in_failed',
      });
      return performance.now() - begun;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (const { email } of people) {
      known.push(await measure(email));
      unknown.push(await measure(`un${email}`));
    }
    // The hash alone takes tens of milliseconds; an answer without it would take one or two.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('takes no odd address or password for a trouble of its own', async () => {
    for (const [email, word] of [
      ['', ''],
      [`' or 1=1 --`, password],
      ['İ@example.org', password],
      ['a'.repeat(254), 'b'.repeat(200)],
    ] as const) {
      expectProblem(await new Browser(api.url).signIn(email, word), { status: 401, code: 'sign_in_failed' });
    }
    for (const body of [{ email: 'a\0', password: 'x' }, { email: 'a' }, { email: ['a'], password: {} }]) {
      expectProblem(await new Browser(api.url).ask('POST', '/api/session', { body }), invalid);
    }
  });
});
