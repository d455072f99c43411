import type { Difference } from '#contracts/ledgers';
import { NobodyThere, type Verified, verifyAs } from '#core/dashboards/verify-as';
import { readConfig } from '#platform/config';
import { isUuid } from '#platform/db';

import { readArguments } from './arguments.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'reckon the hashes of the ledgers again and name the first broken link';

const usage = `luoshi verify --as EMAIL [--as EMAIL …] [--mechanism ID] [--json]

Follows each ledger from its first row to its last, reckons every hash again without the help of the database, and
names the first link that is broken. Rows are read page by page: a ledger may be of any length.

  --as         with whose eyes: the joint ledgers that this person reads, and those of the person's own side. Whoever
               runs the database reads no side's rows as such, so nothing is verified without a reader. Name somebody
               of each side to verify what there is. No content is printed
  --mechanism  only the ledgers of this one
  --json       print [{"as", "mechanism", "party", "ledgerId", "total", "verifiedTo", "at", "hash", "broken"}] only;
               "party" is null for a joint ledger, "broken" null or {"sequence", "difference"}

A chain tells what was changed, not that it was made anew from the start: keep the number and the hash of the last row
elsewhere (the other side's are the same for the joint ledger) and compare.

Exit code: 0 nothing is broken, 1 a chain is broken, or nothing was verified (standard error says why).`;

const words: Record<Difference, string> = {
  missing: 'no row stands under this number',
  previous_hash: 'it does not name the hash of the row before',
  hash: 'what it says is not what its hash covers',
  misplaced: 'it belongs to another ledger',
  head: 'the head of the ledger names another hash',
  stray: 'the ledger does not count this row',
};

function describe({ as, mechanism, party, total, verifiedTo, at, hash, broken }: Verified): string {
  const ledger = `${mechanism.name.en} (${mechanism.id}), ${party ? `${party}'s own` : 'joint'} ledger, as ${as}`;
  if (broken) {
    const good = verifiedTo > 0 ? `, good up to no. ${verifiedTo}` : '';
    return `BROKEN   ${ledger}: at no. ${broken.sequence} ${words[broken.difference]}${good}`;
  }
  if (total === 0) return `empty    ${ledger}`;
  return `unbroken ${ledger}: up to no. ${verifiedTo}${at ? `, written ${at}` : ''}, hash ${hash}`;
}

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, {
    usage,
    options: {
      as: { type: 'string', multiple: true },
      mechanism: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (!parsed) return 0;
  const { as: people = [], mechanism, json } = parsed.values;
  if (parsed.positionals.length > 0) throw new Trouble(`Only options are understood.\n\n${usage}`);
  if (people.length === 0) throw new Trouble(`Say with whose eyes: --as EMAIL.\n\n${usage}`);
  if (mechanism !== undefined && !isUuid(mechanism))
    throw new Trouble(`--mechanism is "${String(mechanism)}"; expected an id.`);

  const all: Omit<Verified, 'from' | 'next'>[] = [];
  try {
    await withInstallation(async (environment) => {
      const databaseUrl = readConfig(environment).DATABASE_URL ?? '';
      for await (const verified of verifyAs(databaseUrl, { people, mechanism })) {
        if (!json) console.log(describe(verified));
        const { from: _from, next: _next, ...said } = verified;
        all.push(said);
      }
    });
  } catch (error) {
    throw error instanceof NobodyThere ? new Trouble(error.message) : error;
  }
  if (json) console.log(JSON.stringify(all));
  if (all.length === 0) throw new Trouble(`${people.join(', ')}: no such ledger is theirs to read.`);
  return all.some(({ broken }) => broken) ? 1 : 0;
}
