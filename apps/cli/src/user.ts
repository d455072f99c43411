import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';

import { limits } from '#contracts/limits';
import { type Role, roles as allRoles } from '#contracts/status';
import { AccountError, endSessions, withAccounts } from '#core/people/accounts';
import { type Language, languages } from '#i18n/language';
import { readConfig } from '#platform/config';

import { readArguments } from './arguments.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'add people, list them, give one a new password';

const usage = `luoshi user add --email E --name N --party CODE --organisation O --role R [--language L] [--password-stdin]
luoshi user list [--party CODE] [--json]
luoshi user password EMAIL [--password-stdin]

Sets up who signs in. It needs the owner of the database (DATABASE_OWNER_URL), or a LUOSHI_HOME with the embedded one.

  --party           code of the government, as \`luoshi user list\` shows them
  --organisation    its office: an id, or its name, short name or alias in any language
  --role            ${allRoles.join(', ')}; several with commas
  --language        ${languages.join(', ')}; default ${languages[0]}
  --password-stdin  read the password from standard input (its first line, at least twelve characters).
                    Without it a password is made up and printed, once

A new password ends the person's sessions, and lets in again who was locked out.

Exit code: 0 done, 1 not done (standard error says why).`;

const SHORTEST = 12;
/** What limits.email and the mail server both take. */
const address = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/;

interface Installation {
  databaseUrl: string;
  ownerUrl: string;
}

async function onInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  try {
    return await withInstallation((environment) => {
      const { DATABASE_URL, DATABASE_OWNER_URL } = readConfig(environment);
      return work({ databaseUrl: DATABASE_URL ?? '', ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL ?? '' });
    });
  } catch (error) {
    throw error instanceof AccountError ? new Trouble(error.message) : error;
  }
}

/** The password, and whether it was made here, in which case somebody has to be told. */
async function password(fromStdin: boolean | undefined): Promise<{ value: string; made: boolean }> {
  if (!fromStdin) return { value: randomBytes(15).toString('base64url'), made: true };
  if (process.stdin.isTTY)
    process.stderr.write('Password, then Enter and Ctrl-D (it is shown as you type):\n');
  const value = (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  if (value.length < SHORTEST || value.length > limits.password) {
    throw new Trouble(`A password has ${SHORTEST} to ${limits.password} characters.`);
  }
  return { value, made: false };
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (!found) throw new Trouble(`--${name} is "${value}"; expected one of ${choices.join(', ')}.`);
  return found;
}

function required(name: string, value: string | undefined, longest: number): string {
  const trimmed = value?.trim() ?? '';
  if (trimmed === '') throw new Trouble(`--${name} is missing.\n\n${usage}`);
  if (trimmed.length > longest) throw new Trouble(`--${name} is longer than ${longest} characters.`);
  return trimmed;
}

type Values = Partial<Record<'email' | 'name' | 'party' | 'organisation' | 'role' | 'language', string>> & {
  'password-stdin'?: boolean | undefined;
  json?: boolean | undefined;
};

async function add(values: Values): Promise<void> {
  const email = required('email', values.email, limits.email);
  if (!address.test(email)) throw new Trouble(`--email is "${email}"; expected one mail address.`);
  const account = {
    email,
    name: required('name', values.name, limits.title),
    party: required('party', values.party, limits.title),
    organisation: required('organisation', values.organisation, limits.title),
    roles: [
      ...new Set(
        required('role', values.role, limits.title)
          .split(',')
          .map((role): Role => oneOf('role', role.trim(), allRoles)),
      ),
    ],
    language: oneOf<Language>('language', values.language ?? languages[0], languages),
  };
  const { value, made } = await password(values['password-stdin']);
  await onInstallation(({ ownerUrl }) =>
    withAccounts(ownerUrl, (accounts) => accounts.add({ ...account, password: value })),
  );
  console.log(`${email} can sign in${made ? ` with the password ${value}` : ''}.`);
}

async function list({ party, json }: Values): Promise<void> {
  const accounts = await onInstallation(({ ownerUrl }) => withAccounts(ownerUrl, (each) => each.list(party)));
  if (json) {
    console.log(JSON.stringify(accounts));
    return;
  }
  for (const { email, name, party: code, organisation, roles, language, disabled } of accounts) {
    const marks = disabled ? '  (disabled)' : '';
    console.log(`${code}  ${email}  ${name}  ${roles.join(',')}  ${language}  ${organisation}${marks}`);
  }
}

async function renew(email: string | undefined, values: Values): Promise<void> {
  if (!email) throw new Trouble(`Say whose password.\n\n${usage}`);
  const { value, made } = await password(values['password-stdin']);
  await onInstallation(async ({ ownerUrl, databaseUrl }) => {
    const id = await withAccounts(ownerUrl, (accounts) => accounts.setPassword(email, value));
    await endSessions(databaseUrl, id);
  });
  console.log(made ? `The new password of ${email} is ${value}.` : `${email} has the new password.`);
}

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, {
    usage,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      party: { type: 'string' },
      organisation: { type: 'string' },
      role: { type: 'string' },
      language: { type: 'string' },
      'password-stdin': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  if (!parsed) return 0;
  const [action, email] = parsed.positionals;
  if (action === 'add') await add(parsed.values);
  else if (action === 'list') await list(parsed.values);
  else if (action === 'password') await renew(email, parsed.values);
  else throw new Trouble(`Say what: add, list or password.\n\n${usage}`);
  return 0;
}
