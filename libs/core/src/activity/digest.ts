import { createHash } from 'node:crypto';

/**
 * A row of a ledger as it is hashed: every value as PostgreSQL prints it, so that nothing is rounded on its way.
 * `at` is the second since 1970 in UTC with six decimals, `changes` the text of the jsonb.
 */
export interface Entry {
  id: string;
  sequence: string;
  mechanismId: string;
  partyId: string | null;
  actorPartyId: string;
  actorOrganisationId: string;
  actorPersonId: string | null;
  verb: string;
  meetingId: string | null;
  measureId: string | null;
  subjectId: string;
  changes: string;
  at: string;
  previousHash: string;
  hash: string;
}

const text = (value: string | null) => (value === null ? 'null' : JSON.stringify(value));

/**
 * What a row's hash covers, after the hash of the row before: one JSON object in the form in which PostgreSQL prints
 * jsonb. Its keys stand in the order of their length in bytes and then of their bytes, `": "` and `", "` stand between;
 * of a string only `"`, `\` and control characters are escaped, which is what JSON.stringify does too.
 *
 * This is the second implementation of the database's own `activity_digest` and calls nothing of it: a verification
 * that asked the database for the hash, or for the text to be hashed, would believe whoever changed that function. The
 * columns come one by one, as every screen reads them. Only `changes` is taken as the database prints it, by a cast
 * that is PostgreSQL's own: its numbers have no bounds (1.10 is not 1.1, 10^400 is one), and a parser here would have
 * to lose that or to rebuild it.
 */
export function canonicalText(entry: Entry): string {
  const pairs = [
    `"at": ${entry.at}`,
    `"id": ${text(entry.id)}`,
    `"verb": ${text(entry.verb)}`,
    `"party": ${text(entry.partyId)}`,
    `"changes": ${entry.changes}`,
    `"measure": ${text(entry.measureId)}`,
    `"meeting": ${text(entry.meetingId)}`,
    `"subject": ${text(entry.subjectId)}`,
    `"sequence": ${entry.sequence}`,
    `"mechanism": ${text(entry.mechanismId)}`,
    `"actorParty": ${text(entry.actorPartyId)}`,
    `"actorPerson": ${text(entry.actorPersonId)}`,
    `"actorOrganisation": ${text(entry.actorOrganisationId)}`,
  ];
  return `{${pairs.join(', ')}}`;
}

/** SHA-256, hexadecimal, of the hash of the row before (nothing before the first) and the canonical text, in UTF-8. */
export const digest = (entry: Entry): string =>
  createHash('sha256')
    .update(`${entry.previousHash}${canonicalText(entry)}`, 'utf8')
    .digest('hex');
