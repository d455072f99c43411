import type { TrackStatus } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { type BulkResult, inBulk, type Seen } from '#core/bulk';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { type Disclosed, DisclosuresService } from '#core/evidence/disclosures.service';
import { JobsService } from '#core/jobs/jobs.service';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { canSetApplicable, canWriteUpdate, chargedOffice } from '#core/measures/measure.policy';
import { Track } from '#core/measures/track.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { type Actor, inPlaceOf } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Request } from '#core/requests/request.entity';
import { walk } from '#core/states';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
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

/** What a coordinator's word on the track leaves out. */
const nothingMore = {
  ...{ nextStep: null, difficulties: null, periodFrom: null, periodTo: null, correctsId: null },
};

/** Of an update, what both sides read. */
function cleared(update: Omit<ClearedUpdate, 'clearedAt'>): Omit<ClearedUpdate, 'clearedAt'> {
  const { id, mechanismId, measureId, partyId, organisationId, status, text, nextStep } = update;
  const { difficulties, periodFrom, periodTo, correctsId } = update;
  return {
    ...{ id, mechanismId, measureId, partyId, organisationId, status, text, nextStep },
    ...{ difficulties, periodFrom, periodTo, correctsId },
  };
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
      const acting = inPlaceOf(actor, chargedOffice(actor, assignment)!, assignment!.officerIds);
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
          organisationId: acting.organisationId,
          authorId: actor.personId,
          state: 'draft',
          ...input,
          createdAt: tx.at,
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw await this.alreadyOpen(tx, acting, measureId);
      await this.recordOwn(
        tx,
        acting,
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
    await this.change(actor, id, 'submit', version, async (tx, update, acting) => {
      if (update.text.trim() === '') throw new Problem('invalid', { field: 'text' });
      if (update.state === 'returned') walk(updateStates, update, 'draft');
      walk(updateStates, update, 'submitted');
      await this.save(tx, update, { submittedAt: tx.at, returnedReason: null });
      await this.recordOwn(tx, acting, 'update.submitted', update, { status: update.status });
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
    await this.change(actor, id, 'withdraw', version, async (tx, update, acting) => {
      if (update.state === 'returned') walk(updateStates, update, 'draft');
      walk(updateStates, update, 'withdrawn');
      await this.save(tx, update, {});
      await this.recordOwn(tx, acting, 'update.withdrawn', update, {});
    });
  }

  /**
   * Moves an update into the joint record: copies what the other side may read, discloses the evidence that is
   * named, and lets the track and the measure take the status asked for. A track that changes its status voids what
   * the sides said of the measure's completion.
   * @param disclose revisions of this update's evidence; what is not named stays on its side
   */
  async clear(actor: Actor, id: string, disclose: Disclosed, version: number): Promise<void> {
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

      await this.enter(tx, actor, measure, update, 'update.cleared', async () => ({
        request: await this.ask(tx, update),
        evidence: await this.disclosures.withUpdate(tx, update, disclose),
      }));
    });
  }

  /** @param withEvidence discloses what of each update's evidence is ready; else all of it stays on its side */
  clearMany(actor: Actor, seen: Seen[], withEvidence: boolean): Promise<BulkResult> {
    return inBulk(seen, ({ id, version }) => this.clear(actor, id, withEvidence ? 'ready' : [], version));
  }

  returnMany(actor: Actor, seen: Seen[], reason: string): Promise<BulkResult> {
    return inBulk(seen, ({ id, version }) => this.return(actor, id, reason, version));
  }

  /**
   * Says for the coordinator's own side, with the reason, that it has nothing to do with a measure; or that it has
   * after all, and then its track is where it was before. Both sides read it as they read an update.
   */
  async setApplicable(actor: Actor, measureId: string, applicable: boolean, reason: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const measure = found(await tx.lock(Measure, measureId));
      const { mechanismId } = measure;
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }));
      demand(canSetApplicable(actor, mechanism, measure.status));
      const { partyId, organisationId } = actor;
      const track = found(await tx.manager.findOneBy(Track, { measureId, partyId }));
      const status = applicable ? await this.statusBefore(tx, track) : 'not_applicable';
      if ((track.status === 'not_applicable') !== applicable)
        throw new Problem('wrong_state', { state: track.status, next: status });
      const said = { id: v4(), mechanismId, measureId, partyId, organisationId, status, text: reason };
      const verb = applicable ? 'track.applicable' : 'track.not_applicable';
      await this.enter(tx, actor, measure, { ...said, ...nothingMore }, verb);
    });
  }

  /** What the side said last before it said that it has nothing to do. */
  private async statusBefore(tx: Tx, { measureId, partyId }: Track): Promise<TrackStatus> {
    const before = await tx.manager.findOne(ClearedUpdate, {
      where: { measureId, partyId, status: Not('not_applicable') },
      order: { clearedAt: 'desc', id: 'desc' },
    });
    return before?.status ?? 'not_started';
  }

  /**
   * Puts what a side says of its track into the joint record, and lets track and measure follow. The caller holds the
   * measure's lock.
   * @param withIt writes what goes there with it, and returns it for the ledger
   */
  private async enter(
    tx: Tx,
    actor: Actor,
    measure: Measure,
    said: Omit<ClearedUpdate, 'clearedAt'>,
    verb: 'update.cleared' | 'track.applicable' | 'track.not_applicable',
    withIt: () => Promise<{ request: unknown; evidence: unknown }> = () =>
      Promise.resolve({ request: null, evidence: [] }),
  ): Promise<void> {
    const { id, mechanismId, measureId, partyId, ...words } = cleared(said);
    const { status, nextStep } = words;
    await tx.manager.insert(ClearedUpdate, {
      id,
      mechanismId,
      measureId,
      partyId,
      ...words,
      clearedAt: tx.at,
    });
    const more = await withIt();
    const track = found(await tx.manager.findOneBy(Track, { measureId, partyId }));
    await tx.manager.update(Track, track.id, { status, nextStep, lastClearedAt: tx.at });
    const voided = track.status === status ? [] : await this.confirmations.voidCompletion(tx, measureId);
    await this.confirmations.refreshStatus(tx, measure, { lastClearedAt: tx.at });
    const { meetingId } = measure;
    const changes = { partyId, ...words, ...more };
    await this.activity.recordJoint(tx, actor, {
      ...{ verb, mechanismId, meetingId, measureId, subjectId: id, changes },
    });
    await this.confirmations.recordVoided(tx, actor, measure, voided);
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
    work: (tx: Tx, update: Update, acting: Actor) => Promise<void>,
  ): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const update = found(await tx.lock(Update, id));
      demandVersion(update, version);
      demand(can(actor, action, update));
      await work(tx, update, await this.acting(tx, actor, update));
    });
  }

  /** In whose place a substitute writes; nobody else needs the assignment looked up. */
  private async acting(tx: Tx, actor: Actor, { measureId, organisationId }: Update): Promise<Actor> {
    if (actor.standsInFor.length === 0) return actor;
    const assignment = await tx.manager.findOneBy(Assignment, { measureId });
    return inPlaceOf(actor, organisationId, assignment?.officerIds);
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
