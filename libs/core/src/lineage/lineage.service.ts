import { limits } from '#contracts/limits';
import type { LineageRelation } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { takeTurns } from '#core/mechanisms/take-turns';
import { Meeting } from '#core/meetings/meeting.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Lineage } from './lineage.entity.js';
import { canDecide } from './lineage.policy.js';

export interface Decision {
  /** Null of a measure that is new. */
  earlierId: string | null;
  /** Null of a measure that was not followed up. */
  laterId: string | null;
  relation: LineageRelation;
  /** False refuses what was proposed, or takes back what was decided. */
  stands: boolean;
  /** Of the decision that the person saw; 0 where there was none. */
  version: number;
}

const isLink = ({ earlierId, laterId }: Pick<Decision, 'earlierId' | 'laterId'>) =>
  earlierId !== null && laterId !== null;

@Injectable()
export class LineageService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /**
   * Decides, of many measures at once, how the meeting's measures go on from those of the one before: all or nothing.
   * A measure that is linked is neither new nor dropped; whichever is said last stands.
   */
  async decide(actor: Actor, meetingId: string, decisions: readonly Decision[]): Promise<void> {
    if (decisions.length > limits.bulk) throw new Problem('too_large');
    await this.db.withActor(actor, async (tx) => {
      const meeting = found(await tx.manager.findOneBy(Meeting, { id: meetingId }));
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: meeting.mechanismId }));
      demand(canDecide(actor, mechanism));
      await takeTurns(tx, mechanism.id);
      const known = await this.known(tx, decisions);
      await this.demandMeasures(tx, meeting, decisions, known);
      const changed = new Map<string, Lineage>();
      const write = async (row: Lineage | undefined, decision: Omit<Decision, 'version'>) => {
        const next = await this.write(tx, actor, meeting, row, decision);
        if (!row) known.push(next);
        changed.set(next.id, next);
      };
      for (const decision of decisions) {
        const row = known.find(
          ({ earlierId, laterId }) => earlierId === decision.earlierId && laterId === decision.laterId,
        );
        demandVersion(row ?? { version: 0 }, decision.version);
        await write(row, decision);
        if (!decision.stands) continue;
        for (const other of known.filter((each) => contradicts(each, decision))) {
          await write(other, { ...other, stands: false });
        }
      }
      for (const row of changed.values()) await this.record(tx, actor, meeting, row);
    });
  }

  /** Says that measures added to a meeting are parts of one that was there, in the transaction that adds them. */
  async split(
    tx: Tx,
    actor: Actor,
    meeting: Meeting,
    parts: { earlierId: string; laterId: string }[],
  ): Promise<Lineage[]> {
    const rows: Lineage[] = [];
    for (const part of parts) {
      rows.push(
        await this.write(tx, actor, meeting, undefined, { ...part, relation: 'splits', stands: true }),
      );
    }
    return rows;
  }

  private known(tx: Tx, decisions: readonly Decision[]): Promise<Lineage[]> {
    const ids = (end: 'earlierId' | 'laterId') =>
      decisions.map((each) => each[end]).filter((id) => id !== null);
    return tx.manager
      .createQueryBuilder(Lineage, 'row')
      .where('row.earlierId = any(:earlier) or row.laterId = any(:later)', {
        earlier: ids('earlierId'),
        later: ids('laterId'),
      })
      .getMany();
  }

  /** Later measures are the meeting's, earlier ones those of the meeting before; what was linked once may be again. */
  private async demandMeasures(
    tx: Tx,
    { id: meetingId, mechanismId, ordinal }: Meeting,
    decisions: readonly Decision[],
    known: readonly Lineage[],
  ): Promise<void> {
    const rows = await tx.query<{ id: string; later: boolean }>(
      `select id, meeting_id = $1 as later from measure where id = any($4::uuid[]) and meeting_id in ($1,
         (select id from meeting where mechanism_id = $2 and ordinal < $3 order by ordinal desc limit 1))`,
      [meetingId, mechanismId, ordinal, decisions.flatMap(({ earlierId, laterId }) => [earlierId, laterId])],
    );
    const place = new Map(rows.map(({ id, later }) => [id, later]));
    for (const decision of decisions) {
      const { earlierId, laterId, relation } = decision;
      const shaped =
        (earlierId === null) === (relation === 'new') &&
        (laterId === null) === (relation === 'not_followed_up');
      const placed =
        (earlierId === null || place.get(earlierId) === false) &&
        (laterId === null || place.get(laterId) === true);
      const there = known.some((row) => row.earlierId === earlierId && row.laterId === laterId);
      if (!shaped || !(placed || there)) throw new Problem('wrong_measure');
    }
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { id: meetingId, mechanismId }: Meeting,
    row: Lineage | undefined,
    { earlierId, laterId, relation, stands }: Omit<Decision, 'version'>,
  ): Promise<Lineage> {
    const { partyId, organisationId } = actor;
    const said = { relation, stands, partyId, organisationId, decidedAt: tx.at };
    if (row) {
      Object.assign(row, { ...said, version: row.version + 1 });
      await tx.manager.update(Lineage, row.id, { ...said, version: row.version });
      return row;
    }
    const added = { id: uuid(), mechanismId, meetingId, earlierId, laterId, ...said, version: 1 };
    await tx.manager.insert(Lineage, added);
    return added;
  }

  private record(tx: Tx, actor: Actor, { id: meetingId, mechanismId }: Meeting, row: Lineage): Promise<void> {
    const { id: subjectId, earlierId, laterId, relation, stands } = row;
    return this.activity.recordJoint(tx, actor, {
      ...{
        verb: 'lineage.decided',
        mechanismId,
        meetingId,
        measureId: found(laterId ?? earlierId),
        subjectId,
      },
      changes: { earlierId, laterId, relation, stands },
    });
  }
}

/** A link and a mark of the same measure cannot both stand. */
function contradicts(row: Lineage, decision: Omit<Decision, 'version'>): boolean {
  if (!row.stands || isLink(row) === isLink(decision)) return false;
  const [link, mark] = isLink(row) ? [row, decision] : [decision, row];
  return mark.earlierId === null ? mark.laterId === link.laterId : mark.earlierId === link.earlierId;
}
