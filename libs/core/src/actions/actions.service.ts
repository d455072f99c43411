import type { Range } from '#contracts/draft';
import type { OwnVerb } from '#contracts/verbs';
import { ActivityService } from '#core/activity/activity.service';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { chargedOffice } from '#core/measures/measure.policy';
import { type Actor, inPlaceOf } from '#core/people/actor';
import { Organisation } from '#core/people/organisation.entity';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import { Action } from './action.entity.js';
import { canPlan, canRemove, canShare, canWithdraw, sharedOf } from './action.policy.js';
import { SharedAction } from './shared-action.entity.js';

export interface ActionInput {
  title: string;
  /** In the measure's text: the words it comes from. */
  range: Range;
  leadId: string | null;
  internalDueOn: CalendarDate | null;
  /** Null while it is not done. */
  doneOn: CalendarDate | null;
}

/** The actor, or in whose place the actor plans for the office that is charged. */
function actingFor(actor: Actor, assignment: Assignment | null): Actor {
  const office = chargedOffice(actor, assignment);
  return office === undefined ? actor : inPlaceOf(actor, office, assignment?.officerIds);
}

/** What a measure's words have one side carry out: planned in private, and shared by the side's coordinator. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @returns its id */
  async plan(actor: Actor, measureId: string, input: ActionInput): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const place = await this.place(tx, measureId);
      demand(canPlan(actor, place.sides, place.assignment));
      const { mechanismId } = place.measure;
      // The id goes into the joint record with sharing: a v7 would tell when this was planned.
      const id = v4();
      const said = await this.checked(tx, actor, place.measure, input);
      const action = { id, mechanismId, measureId, partyId: actor.partyId, version: 1, ...said };
      await tx.manager.insert(Action, action);
      await this.record(tx, actingFor(actor, place.assignment), 'action.planned', action, said);
      return id;
    });
  }

  /** Mends it, or says that it is done. What is shared stays as it was until it is shared anew. @returns the measure's id */
  async change(actor: Actor, id: string, input: ActionInput, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const action = found(await tx.lock(Action, id));
      const { measure, sides, assignment } = await this.place(tx, action.measureId);
      demandVersion(action, version);
      demand(canPlan(actor, sides, assignment));
      const said = await this.checked(tx, actor, measure, input);
      await tx.manager.update(Action, id, { ...said, version: version + 1 });
      await this.record(tx, actingFor(actor, assignment), 'action.changed', action, said);
      return measure.id;
    });
  }

  /** Gives it up; what showed that it was done hangs on the measure from then on. */
  async remove(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const action = found(await tx.lock(Action, id));
      const { sides, assignment } = await this.place(tx, action.measureId);
      demandVersion(action, version);
      demand(canRemove(actor, sides, assignment, await this.shared(tx, id)));
      await tx.manager.delete(Action, id);
      const acting = actingFor(actor, assignment);
      await this.record(tx, acting, 'action.removed', action, { title: action.title });
      return action.measureId;
    });
  }

  /** Moves it into the joint record as its coordinator read it; the internal date stays where it is. */
  async share(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const action = found(await tx.lock(Action, id));
      const { measure, sides } = await this.place(tx, action.measureId);
      demandVersion(action, version);
      const before = await this.shared(tx, id);
      demand(canShare(actor, sides, action, before));
      const said = sharedOf(action);
      const row = { ...said, sharedAt: tx.at, withdrawnAt: null };
      const { mechanismId, measureId, partyId } = action;
      if (before) await tx.manager.update(SharedAction, id, row);
      else await tx.manager.insert(SharedAction, { id, mechanismId, measureId, partyId, ...row });
      await this.publish(tx, actor, 'action.shared', action, measure, { ...said });
      return measureId;
    });
  }

  /** Takes it out of the joint record; its side keeps it. */
  async withdraw(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const action = found(await tx.lock(Action, id));
      const { measure, sides } = await this.place(tx, action.measureId);
      demandVersion(action, version);
      const shared = await this.shared(tx, id);
      demand(canWithdraw(actor, sides, shared));
      await tx.manager.update(SharedAction, id, { withdrawnAt: tx.at });
      // As it was shared: what it is called by now is its side's own affair.
      await this.publish(tx, actor, 'action.withdrawn', action, measure, { title: shared?.title });
      return action.measureId;
    });
  }

  private async place(tx: Tx, measureId: string) {
    const measure = found(await tx.manager.findOneBy(Measure, { id: measureId }));
    const sides = found(await tx.manager.findOneBy(Mechanism, { id: measure.mechanismId }));
    const assignment = await tx.manager.findOneBy(Assignment, { measureId });
    return { measure, sides, assignment };
  }

  private shared(tx: Tx, id: string): Promise<SharedAction | null> {
    return tx.manager.findOneBy(SharedAction, { id });
  }

  /** The words are the text's own, whatever is said of them; the lead is one of the side's units; no day done is to come. */
  private async checked(tx: Tx, actor: Actor, { text }: Measure, input: ActionInput) {
    const { title, leadId, internalDueOn, doneOn } = input;
    const [rangeStart, rangeEnd] = input.range;
    const words = text.slice(rangeStart, rangeEnd);
    if (words.trim() === '' || rangeEnd > text.length || !words.isWellFormed())
      throw new Problem('invalid', { field: 'range' });
    if (doneOn !== null && doneOn > this.clock.today()) throw new Problem('invalid', { field: 'doneOn' });
    const unit = { id: leadId ?? '', partyId: actor.partyId };
    if (leadId !== null && !(await tx.manager.existsBy(Organisation, unit)))
      throw new Problem('wrong_organisation');
    return { title, words, rangeStart, rangeEnd, leadId, internalDueOn, doneOn };
  }

  private record(
    tx: Tx,
    actor: Actor,
    verb: OwnVerb,
    { id: subjectId, mechanismId, measureId }: Pick<Action, 'id' | 'mechanismId' | 'measureId'>,
    changes: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.recordOwn(tx, actor, { verb, mechanismId, measureId, subjectId, changes });
  }

  private async publish(
    tx: Tx,
    actor: Actor,
    verb: 'action.shared' | 'action.withdrawn',
    { id: subjectId, mechanismId, measureId, version }: Action,
    { meetingId }: Measure,
    changes: Record<string, unknown>,
  ): Promise<void> {
    await tx.manager.update(Action, subjectId, { version: version + 1 });
    const happening = { verb, mechanismId, meetingId, measureId, subjectId, changes };
    await this.activity.recordJoint(tx, actor, happening);
  }
}
