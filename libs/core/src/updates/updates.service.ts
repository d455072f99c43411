import type { TrackStatus } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { JobsService } from '#core/jobs/jobs.service';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { canWriteUpdate } from '#core/measures/measure.policy';
import { Track } from '#core/measures/track.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Request } from '#core/requests/request.entity';
import { walk } from '#core/states';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v4 } from 'uuid';
import { ClearedUpdate } from './cleared-update.entity.js';
import { Update } from './update.entity.js';
import { can, type UpdateAction } from './update.policy.js';
import { openStates, updateStates } from './update.states.js';

export interface UpdateInput {
  status: TrackStatus;
  text: string;
  nextStep: string | null;
  difficulties?: string | null;
  request?: string | null;
  periodFrom?: CalendarDate | null;
  periodTo?: CalendarDate | null;
  /** The cleared update of the own side, on the same measure, that it corrects. */
  correctsId?: string | null;
}

@Injectable()
export class UpdatesService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly confirmations: ConfirmationsService,
    private readonly jobs: JobsService,
    private readonly disclosures: DisclosuresService,
  ) {}

  /** Begins a draft. An office has at most one open update on a measure: `update_open` names it. */
  async draft(actor: Actor, measureId: string, input: UpdateInput): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const measure = found(await tx.manager.findOneBy(Measure, { id: measureId }));
      const assignment = await tx.manager.findOneBy(Assignment, { measureId });
      demand(canWriteUpdate(actor, assignment));
      await this.demandSense(tx, actor, measureId, input);
      // The id goes into the joint record with the cleared update: a v7 would tell when the draft was begun.
      const id = v4();
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Update)
        .values({
          id,
          mechanismId: measure.mechanismId,
          measureId,
          partyId: actor.partyId,
          organisationId: actor.organisationId,
          authorId: actor.personId,
          state: 'draft',
          ...input,
          createdAt: tx.at,
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw await this.alreadyOpen(tx, actor, measureId);
      await this.recordOwn(
        tx,
        actor,
        'update.drafted',
        { id, measureId, mechanismId: measure.mechanismId },
        {},
      );
      return id;
    });
  }

  /** Saves a draft; a returned update becomes a draft again. Drafts save themselves often, so this is no activity. */
  async edit(actor: Actor, id: string, input: Partial<UpdateInput>, version: number): Promise<void> {
    await this.change(actor, id, 'edit', version, async (tx, update) => {
      await this.demandSense(tx, actor, update.measureId, { ...update, ...input });
      if (update.state === 'returned') walk(updateStates, update, 'draft');
      await this.save(tx, update, input);
    });
  }

  async submit(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, 'submit', version, async (tx, update) => {
      if (update.text.trim() === '') throw new Problem('invalid', { field: 'text' });
      if (update.state === 'returned') walk(updateStates, update, 'draft');
      walk(updateStates, update, 'submitted');
      await this.save(tx, update, { submittedAt: tx.at, returnedReason: null });
      await this.recordOwn(tx, actor, 'update.submitted', update, { status: update.status });
    });
  }

  async endorse(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, 'endorse', version, async (tx, update) => {
      walk(updateStates, update, 'endorsed');
      await this.save(tx, update, {});
      await this.recordOwn(tx, actor, 'update.endorsed', update, {});
    });
  }

  async return(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    await this.change(actor, id, 'return', version, async (tx, update) => {
      walk(updateStates, update, 'returned');
      await this.save(tx, update, { returnedReason: reason });
      await this.recordOwn(tx, actor, 'update.returned', update, { reason });
    });
  }

  async withdraw(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, 'withdraw', version, async (tx, update) => {
      if (update.state === 'returned') walk(updateStates, update, 'draft');
      walk(updateStates, update, 'withdrawn');
      await this.save(tx, update, {});
      await this.recordOwn(tx, actor, 'update.withdrawn', update, {});
    });
  }

  /**
   * Moves an update into the joint record: copies what the other side may read, discloses the evidence that is
   * named, and lets the track and the measure take the status asked for. A track that changes its status voids what
   * the sides said of the measure's completion.
   * @param disclose revisions of this update's evidence; what is not named stays on its side
   */
  async clear(actor: Actor, id: string, disclose: string[], version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { measureId } = found(await tx.manager.findOneBy(Update, { id }));
      // The measure first, always: two sides that clear at once take turns.
      const measure = found(await tx.lock(Measure, measureId));
      const update = found(await tx.lock(Update, id));
      // Before the policy: whom a colleague has overtaken is told so, and not that they may not do it.
      demandVersion(update, version);
      demand(can(actor, 'clear', update));
      walk(updateStates, update, 'cleared');
      await this.save(tx, update, {});

      const { mechanismId, partyId, organisationId, status, text, nextStep, correctsId } = update;
      const { difficulties, periodFrom, periodTo } = update;
      const cleared = {
        id,
        mechanismId,
        measureId,
        partyId,
        organisationId,
        status,
        text,
        nextStep,
        difficulties,
        periodFrom,
        periodTo,
        correctsId,
      };
      await tx.manager.insert(ClearedUpdate, { ...cleared, clearedAt: tx.at });
      const request = await this.ask(tx, update);
      const evidence = await this.disclosures.withUpdate(tx, update, disclose);
      const track = found(await tx.manager.findOneBy(Track, { measureId, partyId }));
      await tx.manager.update(Track, track.id, { status, nextStep, lastClearedAt: tx.at });
      const voided = track.status === status ? [] : await this.confirmations.voidCompletion(tx, measureId);
      await this.confirmations.refreshStatus(tx, measure, { lastClearedAt: tx.at });

      await this.activity.recordJoint(tx, actor, {
        verb: 'update.cleared',
        mechanismId,
        meetingId: measure.meetingId,
        measureId,
        subjectId: id,
        changes: {
          ...{ partyId, organisationId, status, text, nextStep, difficulties, periodFrom, periodTo },
          ...{ correctsId, evidence, request },
        },
      });
      await this.confirmations.recordVoided(tx, actor, measure, voided);
    });
  }

  /** What the update asks of the other side, which is told of it and reads it from now on. */
  private async ask(tx: Tx, update: Update): Promise<Pick<Request, 'id' | 'text'> | null> {
    const { mechanismId, measureId, partyId, organisationId, request: text } = update;
    if (!text?.trim()) return null;
    const id = v4();
    await tx.manager.insert(Request, {
      ...{ id, mechanismId, measureId, partyId, organisationId, clearedUpdateId: update.id, text },
      ...{ state: 'open', askedAt: tx.at },
    });
    await this.jobs.request(tx, 'tell-request', { id, mechanismId, partyId });
    return { id, text };
  }

  /** A period has its days in order, and a correction corrects what its own side cleared of this measure. */
  private async demandSense(
    tx: Tx,
    { partyId }: Actor,
    measureId: string,
    { periodFrom, periodTo, correctsId }: Partial<UpdateInput>,
  ): Promise<void> {
    if (periodFrom && periodTo && periodFrom > periodTo) throw new Problem('invalid', { field: 'periodTo' });
    if (!correctsId) return;
    const corrected = await tx.manager.existsBy(ClearedUpdate, { id: correctsId, measureId, partyId });
    if (!corrected) throw new Problem('invalid', { field: 'correctsId' });
  }

  private async change(
    actor: Actor,
    id: string,
    action: UpdateAction,
    version: number,
    work: (tx: Tx, update: Update) => Promise<void>,
  ): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const update = found(await tx.lock(Update, id));
      demandVersion(update, version);
      demand(can(actor, action, update));
      await work(tx, update);
    });
  }

  private async save(tx: Tx, update: Update, changes: Partial<Update>): Promise<void> {
    update.version += 1;
    await tx.manager.update(Update, update.id, { ...changes, state: update.state, version: update.version });
  }

  private async alreadyOpen(tx: Tx, actor: Actor, measureId: string): Promise<Problem> {
    const { organisationId } = actor;
    const open = await tx.manager.findOneBy(Update, { measureId, organisationId, state: In(openStates) });
    return new Problem('update_open', { id: open?.id ?? '' });
  }

  private recordOwn(
    tx: Tx,
    actor: Actor,
    verb: Parameters<ActivityService['recordOwn']>[2]['verb'],
    { id, measureId, mechanismId }: { id: string; measureId: string; mechanismId: string },
    changes: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.recordOwn(tx, actor, { verb, mechanismId, measureId, subjectId: id, changes });
  }
}
