/**
 * The one place that reads the environment. Every variable has a type, a default, a line that documents it
 * (`.env.example` is written from these lines) and an error that says how to mend it.
 */
type Environment = Record<string, string | undefined>;

export class ConfigError extends Error {
  constructor(variable: string, read: string, expected: string) {
    super(`${variable} is ${read === '' ? 'empty' : JSON.stringify(read)}; expected ${expected}.`);
    this.name = 'ConfigError';
  }
}

interface Variable<T> {
  doc: string;
  /** As it stands in `.env.example`; empty where leaving it out is the usual thing. */
  example: string;
  fallback: T;
  expected: string;
  /** undefined: the value is not acceptable. */
  parse: (text: string) => T | undefined;
  secret?: true;
}

function number(doc: string, fallback: number, min: number, max: number): Variable<number> {
  return {
    doc,
    example: String(fallback),
    fallback,
    expected: `a whole number from ${min} to ${max}`,
    parse: (text) => {
      const value = Number(text);
      return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
    },
  };
}

function choice<const T extends string>(doc: string, fallback: T, ...choices: T[]): Variable<T> {
  return {
    doc,
    example: fallback,
    fallback,
    expected: `one of ${choices.join(', ')}`,
    parse: (text) => choices.find((value) => value === text),
  };
}

function url<T extends string | null>(
  doc: string,
  protocols: string[],
  fallback: T,
  example: string,
): Variable<string | T> {
  return {
    doc,
    example,
    fallback,
    expected: `an address such as ${example || protocols[0] + '//host'}`,
    secret: true,
    parse: (text) => (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined),
  };
}

function text(doc: string, fallback: string, pattern: RegExp, expected: string): Variable<string> {
  return {
    doc,
    example: fallback,
    fallback,
    expected,
    parse: (value) => (pattern.test(value) ? value : undefined),
  };
}

const postgres = ['postgres:', 'postgresql:'];

const variables = {
  PORT: number('Port of the web address.', 3000, 1, 65535),
  HOST: text('Interface that the api listens on.', '127.0.0.1', /^[\w.:-]+$/, 'an IP address or host name'),
  PUBLIC_URL: url(
    'Address that people type; links in mail begin with it. Secure cookies are used when it is https. Default: http://localhost:PORT.',
    ['http:', 'https:'],
    null,
    'https://luoshi.example.gov.hk',
  ),
  DATABASE_URL: url(
    'PostgreSQL ≥ 15, as the runtime login (a member of the role luoshi_app). Without it `npm start` brings its own server.',
    postgres,
    null,
    'postgres://luoshi_app:secret@localhost:5432/luoshi',
  ),
  DATABASE_OWNER_URL: url(
    'The same database as its owner, for migrations only. Default: DATABASE_URL.',
    postgres,
    null,
    'postgres://luoshi_owner:secret@localhost:5432/luoshi',
  ),
  DATABASE_POOL: number('Connections that one program keeps to PostgreSQL.', 10, 2, 200),
  REDIS_URL: url(
    'Redis for the job queue. Without it the queue lives in PostgreSQL.',
    ['redis:', 'rediss:'],
    null,
    'redis://localhost:6379',
  ),
  SMTP_URL: url(
    'Mail server. Without it mails stay in the outbox page.',
    ['smtp:', 'smtps:'],
    null,
    'smtp://localhost:1025',
  ),
  MAIL_FROM: text(
    'Sender of every mail.',
    'Luoshi <luoshi@localhost>',
    /^[^\r\n]{3,200}$/,
    'one line: Name <address>',
  ),
  STORAGE_URL: url(
    'Where evidence and reports are kept: a folder, or a bucket such as s3://KEY:SECRET@s3.example.org/bucket?region=ap-east-1 (s3+http: without TLS). Default: the folder files/ under LUOSHI_HOME.',
    ['file:', 's3:', 's3+http:'],
    null,
    'file:///var/lib/luoshi/files',
  ),
  EVIDENCE_FILE_MB: number('Megabytes of the largest evidence file.', 2_147, 1, 2_147),
  EVIDENCE_PERSON_GB: number('Gigabytes of evidence that one person may have uploaded.', 50, 1, 1_000_000),
  EVIDENCE_SIDE_GB: number('Gigabytes of evidence that one side may have.', 1_000, 1, 1_000_000),
  EVIDENCE_ZIP: choice('`on` lets people attach ZIP archives.', 'off', 'on', 'off'),
  UPLOAD_HOURS: number('Hours after which an upload that was not finished is removed.', 72, 1, 1_000),
  CLAMD_URL: url(
    'ClamAV daemon. Without it files are marked as not scanned; what is larger than its StreamMaxLength is refused.',
    ['tcp:', 'unix:'],
    null,
    'tcp://localhost:3310',
  ),
  LUOSHI_HOME: text('Folder for the embedded database and for files.', '.luoshi', /^[^\0]+$/, 'a path'),
  LOG_LEVEL: choice(
    'How much is logged.',
    'info',
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ),
  SESSION_HOURS: number('Hours after which a person signs in again.', 12, 1, 720),
  SIGN_IN_ATTEMPTS: number('Failed sign-ins after which an account rests for fifteen minutes.', 5, 1, 100),
  DEMO: choice('`on` shows the sample people and their password on the sign-in page.', 'off', 'on', 'off'),
  CLOCK: text(
    'For demonstrations and tests: the instant at which this program believes to have started.',
    '',
    /^(|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))$/,
    'an instant such as 2026-11-20T09:00+08:00',
  ),
} satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof variables;
type Value<N extends Name> = (typeof variables)[N] extends Variable<infer T> ? T : never;
type Values = { readonly [N in Name]: Value<N> };

/** Throws ConfigError for the first variable whose value is not acceptable. An empty value counts as absent. */
export function readConfig(environment: Environment = process.env): Values {
  const entries = (Object.entries(variables) as [Name, Variable<unknown>][]).map(([name, variable]) => {
    const value = environment[name]?.trim();
    if (!value) return [name, variable.fallback];
    const parsed = variable.parse(value);
    if (parsed === undefined) {
      throw new ConfigError(name, variable.secret ? '(not shown)' : value, variable.expected);
    }
    return [name, parsed];
  });
  return Object.fromEntries(entries) as Values;
}

export type Config = Values;

export const publicUrl = (config: Config) => config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;

/** The text of `.env.example`. */
export function exampleEnvironment(): string {
  const lines = (Object.entries(variables) as [Name, Variable<unknown>][]).map(
    ([name, { doc, example, expected }]) => `# ${doc}\n# Expected: ${expected}.\n# ${name}=${example}\n`,
  );
  return `# Every variable is optional; what is commented out has the default.\n\n${lines.join('\n')}`;
}
