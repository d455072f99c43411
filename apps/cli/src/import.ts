import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { LookedFor } from '#contracts/draft';
import { isCalendarDate } from '#core/calendar/calendar-date';
import { adoptAs } from '#core/imports/adopt-as';
import { dryRun } from '#core/imports/dry-run';
import { NotAMemorandum } from '#core/imports/read-memorandum';
import { Problem } from '#core/problem';
import { errors } from '#i18n/messages/errors';
import { fill } from '#i18n/translate';
import { readConfig } from '#platform/config';

import { readArguments } from './arguments.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'show what the text of a memorandum reads as, without a database';

const usage = `luoshi import FILE … --dry-run [--published YYYY-MM-DD] [--json]
luoshi import FILE … --adopt --mechanism CODE|ID --as EMAIL [--json]

Reads each FILE – Word (DOCX), PDF, HTML, XLSX, CSV or plain text – as a memorandum and says which meeting, areas and measures an import would propose.
With --dry-run nothing is saved and no database is needed. What needs mending goes through the page "Import".

  --dry-run  only read
  --adopt    adopt for good: --mechanism ID or the codes of its parties (hk-cq), --as EMAIL of a coordinator.
             The same file again adds nothing. With --json a line {"file", "meetingId", "added"} a file
  --published YYYY-MM-DD
             the day the text was published, by which "yesterday" in it is reckoned
  --json     print JSON and nothing else: the meeting of one file, or a list of {"file", …} for several.
             Ranges are [start, end) in UTF-16 units of the text. A refused file is
             {"error": {"code", "message", "lookedFor": [{"what", "found"}]}}

Exit code: 0 every file was read, 2 a file was refused (standard error says why), 1 anything else.`;

const REFUSED = 2;

const words: Record<LookedFor, string> = {
  area_headings: 'headings of areas',
  numbered_measures: 'numbered measures under them',
  paragraph_measures: 'paragraphs under them that are measures',
  table_header: 'a table with a column of measures and one more that is known',
  listed_measures: 'bullets, numbered items or paragraphs under them that are measures',
  memorandum_title: 'a memorandum or other signed document by its title',
  meeting_or_document: 'the name of a meeting, or a title as two governments give one',
  meeting_name: 'the name of a cooperation meeting',
  two_sides: 'two governments as its sides',
  words_of_cooperation: 'measures that speak of cooperation',
};

type KnownOfText = NonNullable<Parameters<typeof dryRun>[2]>;
type Reading = Awaited<ReturnType<typeof dryRun>>;

/** Why a file was refused, as JSON and as lines. */
function refusal(problem: Problem) {
  const { title, detail } = errors.en[problem.code];
  const message = `${title}. ${fill(detail, problem.params)}`;
  const lookedFor = problem instanceof NotAMemorandum ? problem.lookedFor : [];
  const lines = [
    message,
    ...lookedFor.map(
      ({ what, found }) =>
        `  ${found ? 'found' : 'not found'}: ${words[what]}${typeof found === 'number' && found > 0 ? ` (${found})` : ''}`,
    ),
  ];
  return { error: { code: problem.code, message, lookedFor }, lines };
}

function describe({ meeting, areas, signedDocuments, warnings }: Reading): string {
  const measures = areas.reduce((sum, area) => sum + area.measures.length, 0);
  const declared = Object.entries(meeting.declared)
    .filter(([, count]) => count !== null)
    .map(([what, count]) => `${count} ${what}`);
  return [
    `${meeting.title ?? meeting.mechanism ?? 'A meeting without a name'}`,
    `  date ${meeting.date ?? 'not found'}, place ${meeting.place ?? 'not found'}, sides ${meeting.sides.join(' and ') || 'not found'}`,
    `  ${areas.length} areas, ${measures} measures, ${signedDocuments.length} signed documents` +
      (declared.length > 0 ? ` (the text declares ${declared.join(', ')})` : ''),
    ...areas.map((area) => `  ${area.ordinal}. ${area.title}: ${area.measures.length}`),
    ...warnings.map(({ message }) => `  note: ${message}`),
  ].join('\n');
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be read',
    };
    throw new Trouble(`${file}: ${reasons[code ?? ''] ?? message}.`);
  }
}

/** Adopts each file in turn; what is there already is no trouble. */
async function adopt(
  files: string[],
  {
    mechanism,
    as,
    json,
  }: { mechanism?: string | undefined; as?: string | undefined; json?: boolean | undefined },
  known: KnownOfText,
): Promise<number> {
  if (!mechanism || !as) throw new Trouble(`--adopt needs --mechanism and --as.\n\n${usage}`);
  return withInstallation(async (environment) => {
    const databaseUrl = readConfig(environment).DATABASE_URL ?? '';
    let code = 0;
    for (const file of files) {
      const given = { as, mechanism, fileName: basename(file), content: await contentOf(file), known };
      try {
        const outcome = await adoptAs(databaseUrl, given);
        const said = `${file}: ${outcome.added ? 'adopted' : 'adopted already'}, meeting ${outcome.meetingId}`;
        console.log(json ? JSON.stringify({ file, ...outcome }) : said);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        const { error, lines } = refusal(problem);
        const missing = problem.params['missing'];
        if (json) console.log(JSON.stringify({ file, error: { ...error, missing } }));
        console.error(`${file}: ${lines.join('\n')}${missing === undefined ? '' : ` (${missing})`}`);
        code = REFUSED;
      }
    }
    return code;
  });
}

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, {
    usage,
    options: {
      ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, adopt: { type: 'boolean' } },
      ...{ mechanism: { type: 'string' }, as: { type: 'string' }, published: { type: 'string' } },
    },
  });
  if (!parsed) return 0;
  const { values, positionals: files } = parsed;
  if (files.length === 0) throw new Trouble(`Name a file.\n\n${usage}`);
  if (values.published !== undefined && !isCalendarDate(values.published)) {
    throw new Trouble(`--published is "${String(values.published)}"; expected a day as YYYY-MM-DD.`);
  }
  const known: KnownOfText = { publishedOn: values.published };
  if (values.adopt) return adopt(files, values, known);
  if (!values['dry-run']) {
    throw new Trouble(
      'The command line only reads: add --dry-run. To import for good, sign in as a coordinator and use the page "Import".',
    );
  }
  let code = 0;
  const outcomes: object[] = [];
  for (const file of files) {
    const content = await contentOf(file);
    try {
      const reading = await dryRun(content, file, known);
      outcomes.push(reading);
      if (!values.json) console.log(describe(reading));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const { error, lines } = refusal(problem);
      outcomes.push({ error });
      console.error(`${file}: ${lines.join('\n')}`);
      code = REFUSED;
    }
  }
  if (values.json) {
    const [only, ...more] = outcomes;
    const answer =
      more.length === 0 ? only : outcomes.map((outcome, at) => ({ file: files[at], ...outcome }));
    console.log(JSON.stringify(answer));
  }
  return code;
}
