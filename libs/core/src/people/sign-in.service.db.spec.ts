import { type Person } from '#core/people/person.entity';
import { Builder, password } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { SignInService } from './sign-in.service.js';

const database = useDatabase();
const core = useCore(database, { SIGN_IN_ATTEMPTS: '3' });

let builder: Builder;
beforeAll(async () => {
  builder = await Builder.open(database);
});
afterAll(() => builder.close());

async function somebody(given: Partial<Person> = {}): Promise<Person> {
  const party = await builder.party();
  return builder.person(await builder.organisation({ partyId: party.id }), ['officer'], given);
}

describe('signing in', () => {
  it('opens a session that the token, and it alone, gives back', async () => {
    const signIn = core.app.get(SignInService);
    const { id, email } = await somebody();
    const { token } = await signIn.signIn(` ${email.toUpperCase()} `, password);
    expect((await signIn.signedIn(token))?.actor.personId).toBe(id);
    for (const broken of [
      '',
      'x',
      `${token}x`,
      token.slice(0, -1),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ]) {
      expect(await signIn.signedIn(broken)).toBeNull();
    }
  });

  it('ends with signing out', async () => {
    const signIn = core.app.get(SignInService);
    const { email } = await somebody();
    const { token, signedIn } = await signIn.signIn(email, password);
    await signIn.signOut(signedIn);
    expect(await signIn.signedIn(token)).toBeNull();
  });

  it('says the same of an unknown address, a wrong password and somebody who left', async () => {
    const signIn = core.app.get(SignInService);
    const { email } = await somebody({ disabledAt: new Date() });
    const wrong = await somebody();
    const attempts = [
      ['nobody@example.org', password],
      [email, password],
      [wrong.email, 'no'],
    ] as const;
    for (const [address, tried] of attempts) {
      await expect(signIn.signIn(address, tried)).rejects.toMatchObject({ code: 'sign_in_failed' });
    }
  });

  it('lets an account rest after repeated failures, whoever then knows the password', async () => {
    const signIn = core.app.get(SignInService);
    const { email } = await somebody();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(signIn.signIn(email, 'wrong')).rejects.toMatchObject({ code: 'sign_in_failed' });
    }
    await expect(signIn.signIn(email, password)).rejects.toMatchObject({
      code: 'locked_out',
      params: { minutes: 15 },
    });
  });

  it('forgets failures at the first success', async () => {
    const signIn = core.app.get(SignInService);
    const { email } = await somebody();
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 2; attempt += 1)
        await expect(signIn.signIn(email, 'wrong')).rejects.toThrow();
      await expect(signIn.signIn(email, password)).resolves.toBeDefined();
    }
  });
});
