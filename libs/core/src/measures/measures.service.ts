import { limits } from '#contracts/limits';
import { ActivityService } from '#core/activity/activity.service';
import { type BulkResult, inBulk, type Seen } from '#core/bulk';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Assignment } from './assignment.entity.js';
import { Measure } from './measure.entity.js';
import { canAssign } from './measure.policy.js';
import { Track } from './track.entity.js';

export interface AssignmentInput {
  leadId: string;
  supportingIds: string[];
  officerIds: string[];
  internalDueOn: CalendarDate | null;
}

@Injectable()
export class MeasuresService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /**
   * Charges units of the actor's side with a measure. Only that side sees it.
   * @param version of the assignment that the person saw; 0 where there was none
   */
  async assign(actor: Actor, measureId: string, input: AssignmentInput, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { measure, assignment } = await this.demandAssignable(tx, actor, measureId);
      demandVersion(assignment ?? { version: 0 }, version);
      await this.write(tx, actor, measure, assignment, input);
    });
  }

  /** Shares lead and supporting units with the other side; officers and internal dates stay where they are. */
  async publishAssignment(actor: Actor, measureId: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { measure, assignment } = await this.demandAssignable(tx, actor, measureId);
      if (!assignment) throw new Problem('not_found');
      demandVersion(assignment, version);
      await this.share(tx, actor, measure, assignment, tx.at);
    });
  }

  /** Keeps lead and supporting units to the own side again; that they were shared stays in the record. */
  async unpublishAssignment(actor: Actor, measureId: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { measure, assignment } = await this.demandAssignable(tx, actor, measureId);
      if (!assignment) throw new Problem('not_found');
      demandVersion(assignment, version);
      if (assignment.publishedAt === null) throw new Problem('forbidden', { reason: 'not_published' });
      await this.share(tx, actor, measure, assignment, null);
    });
  }

  /**
   * The same lead for many measures, each by itself: one that can't be assigned does not hold up the others.
   * @param seen measures, with the version of the assignment of each; 0 where there was none
   */
  async assignMany(actor: Actor, seen: Seen[], leadId: string, publish: boolean): Promise<BulkResult> {
    return inBulk(seen, ({ id, version }) =>
      this.db.withActor(actor, async (tx) => {
        const { measure, assignment } = await this.demandAssignable(tx, actor, id);
        demandVersion(assignment ?? { version: 0 }, version);
        const input = {
          leadId,
          supportingIds: (assignment?.supportingIds ?? []).filter((unit) => unit !== leadId),
          officerIds: assignment?.leadId === leadId ? assignment.officerIds : [],
          internalDueOn: assignment?.internalDueOn ?? null,
        };
        const written = await this.write(tx, actor, measure, assignment, input);
        if (publish) await this.share(tx, actor, measure, written, tx.at);
      }),
    );
  }

  /** The same date of the own side's for many, seen likewise; of those with which nobody is charged it says so. */
  async setInternalDates(
    actor: Actor,
    seen: Seen[],
    internalDueOn: CalendarDate | null,
  ): Promise<BulkResult> {
    return inBulk(seen, ({ id, version }) =>
      this.db.withActor(actor, async (tx) => {
        const { measure, assignment } = await this.demandAssignable(tx, actor, id);
        demandVersion(assignment ?? { version: 0 }, version);
        if (!assignment) throw new Problem('forbidden', { reason: 'not_assigned' });
        const { leadId, supportingIds, officerIds } = assignment;
        const input = { leadId, supportingIds, officerIds, internalDueOn };
        await this.write(tx, actor, measure, assignment, input);
      }),
    );
  }

  private async demandAssignable(tx: Tx, actor: Actor, measureId: string) {
    const measure = found(await tx.manager.findOneBy(Measure, { id: measureId }));
    const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: measure.mechanismId }));
    demand(canAssign(actor, mechanism));
    const assignment = await tx.manager
      .createQueryBuilder(Assignment, 'assignment')
      .setLock('pessimistic_write')
      .where({ measureId, partyId: actor.side })
      .getOne();
    return { measure, assignment };
  }

  private async write(
    tx: Tx,
    actor: Actor,
    measure: Measure,
    before: Assignment | null,
    input: AssignmentInput,
  ): Promise<Assignment> {
    await this.demandUnits(tx, actor, input);
    const after = tx.manager.create(Assignment, {
      id: before?.id ?? uuid(),
      mechanismId: measure.mechanismId,
      measureId: measure.id,
      partyId: actor.partyId,
      publishedAt: before?.publishedAt ?? null,
      ...input,
      version: (before?.version ?? 0) + 1,
    });
    if (before) {
      await tx.manager.update(Assignment, after.id, after);
    } else {
      // Somebody of our side may have assigned it since we looked.
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Assignment)
        .values(after)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw new Problem('version_conflict', { version: 1 });
    }
    await this.activity.recordOwn(tx, actor, {
      verb: 'assignment.changed',
      mechanismId: measure.mechanismId,
      meetingId: measure.meetingId,
      measureId: measure.id,
      subjectId: after.id,
      changes: { ...input },
    });
    return after;
  }

  /** Lets the track say who is charged with it, or nobody. */
  private async share(
    tx: Tx,
    actor: Actor,
    measure: Measure,
    assignment: Assignment,
    publishedAt: Date | null,
  ): Promise<void> {
    const { leadId, supportingIds } = publishedAt ? assignment : { leadId: null, supportingIds: [] };
    const track = found(await tx.manager.findOneBy(Track, { measureId: measure.id, partyId: actor.partyId }));
    await tx.manager.update(Track, track.id, { leadId, supportingIds });
    await tx.manager.update(Assignment, assignment.id, {
      publishedAt,
      version: assignment.version + 1,
    });
    await this.activity.recordJoint(tx, actor, {
      verb: publishedAt ? 'assignment.published' : 'assignment.unpublished',
      mechanismId: measure.mechanismId,
      meetingId: measure.meetingId,
      measureId: measure.id,
      subjectId: track.id,
      changes: { leadId, supportingIds },
    });
  }

  /** Units are the side's own, each named once; officers sit in one of them. */
  private async demandUnits(tx: Tx, actor: Actor, input: AssignmentInput): Promise<void> {
    const units = [input.leadId, ...input.supportingIds];
    if (units.length > limits.assignees || input.officerIds.length > limits.assignees)
      throw new Problem('too_large');
    const known = await tx.query<{ id: string }>(
      'select id from organisation where party_id = $1 and id = any($2::uuid[])',
      [actor.partyId, units],
    );
    if (known.length !== units.length) throw new Problem('wrong_organisation');
    const officers = await tx.query<{ id: string }>(
      `select id from person where organisation_id = any($1::uuid[]) and id = any($2::uuid[]) and disabled_at is null
         and 'officer' = any(roles)`,
      [units, input.officerIds],
    );
    if (officers.length !== input.officerIds.length) throw new Problem('wrong_person');
  }
}
