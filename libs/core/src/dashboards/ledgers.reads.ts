import type { Actor } from '#core/people/actor';
import { partyJson } from '#core/people/organisation-json';
import { found, Problem } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { type Break, Chain, type Head } from '#core/activity/chain';
import type { Entry } from '#core/activity/digest';

/** How far a verification has come. */
export interface Verification {
  ledgerId: string;
  /** The first number that was looked at. */
  from: number;
  /** The number up to which nothing is wrong, when that row was written, and its hash, to be kept and compared. */
  verifiedTo: number;
  at: string | null;
  hash: string | null;
  /** How many rows the ledger counts. */
  total: number;
  /** Where to go on from; null at the end and at a broken link. */
  next: number | null;
  broken: Break | null;
}

/** Rows fetched and hashed in one go: some ten milliseconds, then everybody else has a turn. */
const batch = 1_000;

const headSql = `select l.mechanism_id as "mechanismId", l.party_id as "partyId", l.last_sequence::float8 as sequence,
    l.last_hash as hash,
    (select a.sequence::float8 from activity a where a.ledger_id = l.id order by a.sequence limit 1) as "firstRow",
    (select a.sequence::float8 from activity a where a.ledger_id = l.id order by a.sequence desc limit 1) as "lastRow"
  from ledger l where l.id = $1`;

const rowsSql = `select a.id, a.sequence::text as sequence, a.mechanism_id as "mechanismId", a.party_id as "partyId",
    a.actor_party_id as "actorPartyId", a.actor_organisation_id as "actorOrganisationId",
    a.actor_person_id as "actorPersonId", a.verb, a.meeting_id as "meetingId", a.measure_id as "measureId",
    a.subject_id as "subjectId", a.changes::text as changes, extract(epoch from a.at)::text as at,
    a.previous_hash as "previousHash", a.hash
  from activity a where a.ledger_id = $1 and a.sequence >= $2 order by a.sequence limit $3`;

/** Null for an instant that JavaScript has no date for. */
function instant(seconds: string): string | null {
  const date = new Date(Number(seconds) * 1_000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

@Injectable()
export class LedgersReads {
  constructor(private readonly db: Db) {}

  /** The ledgers that the reader may read: the joint ones, and those of the reader's own side. JSON text. */
  async list(actor: Actor, mechanism?: string): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', l.id,
         'joint', l.party_id is null, 'mechanism', json_build_object('id', c.id, 'name', c.name),
         'party', case when g.id is not null then ${partyJson('g')} end, 'total', l.last_sequence,
         'abilities', json_build_object('verify', l.last_sequence > 0))
         order by c.id, l.party_id nulls first), '[]'))::text as body
       from ledger l join mechanism c on c.id = l.mechanism_id left join party g on g.id = l.party_id
       where $1::uuid is null or l.mechanism_id = $1`,
      [mechanism ?? null],
    );
    return row!.body;
  }

  /**
   * Reckons a ledger's hashes again, as this reader sees it: whoever reads a ledger reads it whole, so nobody else is
   * needed. What is written meanwhile is left for the next time.
   * @param most how many rows to look at before answering where to go on from
   * @throws not_found; invalid for a `from` beyond the end
   */
  async verify(actor: Actor, ledgerId: string, from = 1, most = Infinity): Promise<Verification> {
    const head = found(await this.db.readOne<Head>(actor, headSql, [ledgerId]));
    if (from > head.sequence + 1) throw new Problem('invalid', {}, [{ path: 'from', code: 'max' }]);
    const chain = new Chain(head, from);
    const end = Math.min(head.sequence, from - 1 + most);
    while (!chain.done && chain.next <= end) {
      const limit = Math.min(batch, end - chain.next + 1);
      chain.follow(await this.db.read<Entry>(actor, rowsSql, [ledgerId, chain.next, limit]));
    }
    const { last, broken, next } = chain;
    return {
      ...{ ledgerId, from, verifiedTo: last ? next - 1 : Math.min(from, next) - 1 },
      ...{ at: last && instant(last.at), hash: last && last.hash },
      ...{ total: head.sequence, next: chain.done ? null : next, broken },
    };
  }
}
