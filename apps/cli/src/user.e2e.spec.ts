import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { fillBenchData } from '#core/bench-data/bench-data.service';
import { SignInService } from '#core/people/sign-in.service';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('luoshi user', () => {
  const database = useDatabase();
  const core = useCore(database);

  async function luoshi(args: string[], input = '') {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', 'apps/cli/src/main.ts', 'user', ...args],
      {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: database.appUrl,
          DATABASE_OWNER_URL: database.ownerUrl,
        },
      },
    );
    child.stdin.end(input);
    const [output, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { code, output, errors };
  }
  const signIn = (email: string, password: string) => core.app.get(SignInService).signIn(email, password);
  const newcomer = [
    ...['add', '--email', 'Mei.Lin@cmab.gov.hk', '--name', '林美', '--party', 'bench-east'],
    ...['--role', 'officer,manager', '--language', 'en'],
  ];

  beforeAll(() =>
    fillBenchData({
      ownerUrl: database.ownerUrl,
      databaseUrl: database.appUrl,
      measures: 1,
      now: new Date(),
      password: 'kept by nobody',
    }),
  );

  it('adds somebody, whose password is said once', async () => {
    const { code, output } = await luoshi([...newcomer, '--organisation', '東灣教育局']);
    expect(code).toBe(0);
    const [, password = ''] = /password (\S+)\.$/m.exec(output) ?? [];
    const { signedIn } = await signIn('mei.lin@cmab.gov.hk', password);
    expect(signedIn.actor).toMatchObject({ roles: ['officer', 'manager'], language: 'en' });
    const listed = JSON.parse((await luoshi(['list', '--party', 'bench-east', '--json'])).output);
    expect(listed).toContainEqual(
      expect.objectContaining({
        email: 'mei.lin@cmab.gov.hk',
        organisation: 'East Bay Education Bureau',
        disabled: false,
      }),
    );
  });

  it('refuses the same address again, an office that is not there, a role that is none', async () => {
    const again = await luoshi([...newcomer, '--organisation', '東灣教育局']);
    expect(again).toMatchObject({ code: 1, errors: expect.stringContaining('There is somebody') });
    const nowhere = await luoshi([...newcomer, '--organisation', '西川教育厅']);
    expect(nowhere).toMatchObject({ code: 1, errors: expect.stringContaining('East Bay Education Bureau') });
    const king = await luoshi([
      'add',
      '--email',
      'a@b.example',
      '--name',
      'A',
      '--party',
      'x',
      '--organisation',
      'y',
      '--role',
      'king',
    ]);
    expect(king).toMatchObject({ code: 1, errors: expect.stringContaining('expected one of coordinator') });
  });

  it('gives a new password from standard input and ends what was open with the old one', async () => {
    const email = 'officer1@bench-west.example';
    const { token } = await signIn(email, 'kept by nobody');
    expect(await luoshi(['password', email, '--password-stdin'], 'short\n')).toMatchObject({ code: 1 });
    const { code, output } = await luoshi(['password', email, '--password-stdin'], 'twelve and more\n');
    expect(code).toBe(0);
    expect(output).not.toContain('twelve');
    await expect(signIn(email, 'kept by nobody')).rejects.toThrow('sign_in_failed');
    await signIn(email, 'twelve and more');
    expect(await core.app.get(SignInService).signedIn(token)).toBeNull();
  });
});
