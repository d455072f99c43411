import type { Verb } from '#contracts/verbs';
import { ActivityService } from '#core/activity/activity.service';
import { type BulkResult, inBulkById } from '#core/bulk';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { Measure } from '#core/measures/measure.entity';
import { canProposeDueDate } from '#core/measures/measure.policy';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { Clock } from '#platform/clock';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { DueDateChange } from './due-date-change.entity.js';
import { can, type DueDateChangeAction } from './due-date-change.policy.js';
import { dueDateChangeStates } from './due-date-change.states.js';

const outcomes = {
  agree: { state: 'agreed', verb: 'due_date.agreed' },
  decline: { state: 'declined', verb: 'due_date.declined' },
  withdraw: { state: 'withdrawn', verb: 'due_date.withdrawn' },
} as const satisfies Record<DueDateChangeAction, { state: DueDateChange['state']; verb: Verb }>;

@Injectable()
export class DueDatesService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Proposes a working date to the other side; both see the proposal and its reason at once. */
  async propose(actor: Actor, measureId: string, dueOn: CalendarDate, reason: string): Promise<void> {
    if (dueOn < this.clock.today()) throw new Problem('date_in_past', { date: dueOn });
    await this.db.withActor(actor, async (tx) => {
      const measure = found(await tx.manager.findOneBy(Measure, { id: measureId }));
      demand(
        canProposeDueDate(actor, found(await tx.manager.findOneBy(Mechanism, { id: measure.mechanismId }))),
      );
      const id = uuid();
      const { mechanismId } = measure;
      const values = {
        id,
        mechanismId,
        measureId,
        partyId: actor.partyId,
        fromOn: measure.dueOn,
        dueOn,
        reason,
      };
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(DueDateChange)
        .values({ ...values, state: 'proposed', proposedAt: tx.at })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw new Problem('due_date_change_open');
      await this.record(tx, actor, measure, 'due_date.proposed', id, {
        fromOn: measure.dueOn,
        dueOn,
        reason,
      });
    });
  }

  proposeMany(actor: Actor, measureIds: string[], dueOn: CalendarDate, reason: string): Promise<BulkResult> {
    return inBulkById(measureIds, (id) => this.propose(actor, id, dueOn, reason));
  }

  /** Agrees, declines with a reason, or takes the proposal back. Returns the measure's id. */
  async answer(
    actor: Actor,
    id: string,
    action: DueDateChangeAction,
    reason: string | null,
    version: number,
  ): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const { measureId } = found(await tx.manager.findOneBy(DueDateChange, { id }));
      const measure = found(await tx.lock(Measure, measureId));
      const change = found(await tx.lock(DueDateChange, id));
      const { state, verb } = outcomes[action];
      walk(dueDateChangeStates, { state: change.state }, state);
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: change.mechanismId }));
      demand(can(actor, action, change, mechanism));
      demandVersion(change, version);
      const answer = { state, answeredAt: tx.at, answerReason: reason, version: change.version + 1 };
      await tx.manager.update(DueDateChange, id, answer);
      if (action === 'agree') await tx.manager.update(Measure, measureId, { dueOn: change.dueOn });
      await this.record(tx, actor, measure, verb, id, { dueOn: change.dueOn, reason });
      return measureId;
    });
  }

  private record(
    tx: Tx,
    actor: Actor,
    measure: Measure,
    verb: Verb,
    subjectId: string,
    changes: Record<string, unknown>,
  ) {
    const { mechanismId, meetingId, id: measureId } = measure;
    return this.activity.recordJoint(tx, actor, {
      verb,
      mechanismId,
      meetingId,
      measureId,
      subjectId,
      changes,
    });
  }
}
