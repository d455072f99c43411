import type { ConfirmationKind } from '#contracts/status';
import type { Verb } from '#contracts/verbs';
import { ActivityService } from '#core/activity/activity.service';
import { Measure } from '#core/measures/measure.entity';
import { isEnded, statusSql } from '#core/measures/measure-status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Confirmation } from './confirmation.entity.js';
import { can, canPropose, type ConfirmationAction } from './confirmation.policy.js';
import { confirmationStates } from './confirmation.states.js';

const outcomes = {
  confirm: 'confirmed',
  decline: 'declined',
  withdraw: 'withdrawn',
} as const satisfies Record<ConfirmationAction, Confirmation['state']>;

const verbs = {
  completion: {
    proposed: 'confirmation.proposed',
    confirmed: 'confirmation.confirmed',
    declined: 'confirmation.declined',
    withdrawn: 'confirmation.withdrawn',
    voided: 'confirmation.voided',
  },
  drop: {
    proposed: 'drop.proposed',
    confirmed: 'drop.agreed',
    declined: 'drop.declined',
    withdrawn: 'drop.withdrawn',
    voided: 'drop.voided',
  },
} as const satisfies Record<ConfirmationKind, Record<Confirmation['state'], Verb>>;

const refreshSql = `update measure m set status = derived.status,
    awaiting_party_id = case derived.status when 'awaiting_confirmation' then derived.awaiting end,
    last_cleared_at = coalesce($2::timestamptz, m.last_cleared_at)
  from (select said.awaiting, ${statusSql('said.tracks', 'said.dropped', 'said.confirmed', 'said.awaiting')} as status
    from (select array(select status from track where measure_id = $1) as tracks,
      exists (select from confirmation where measure_id = $1 and kind = 'drop' and state = 'confirmed') as dropped,
      exists (select from confirmation where measure_id = $1 and kind = 'completion' and state = 'confirmed') as confirmed,
      (select case d.party_id when c.left_party_id then c.right_party_id else c.left_party_id end
        from confirmation d join mechanism c on c.id = d.mechanism_id
        where d.measure_id = $1 and d.kind = 'completion' and d.state = 'proposed') as awaiting) said) derived
  where m.id = $1`;

/** Completion and dropping: one side proposes, the other answers, and the measure's status follows. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /** Proposes that a measure is complete, or that both drop it; both see the proposal and its reason at once. */
  async propose(actor: Actor, measureId: string, kind: ConfirmationKind, reason: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const measure = found(await tx.lock(Measure, measureId));
      const { mechanismId, status } = measure;
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }));
      demand(canPropose(actor, mechanism));
      if (isEnded(status)) throw new Problem('wrong_state', { state: status, next: 'proposed' });
      // Whoever proposes holds the measure's lock, so nobody else can propose between this question and the insert.
      if (await tx.manager.existsBy(Confirmation, { measureId, kind, state: 'proposed' })) {
        throw new Problem('confirmation_open');
      }
      const { partyId, organisationId } = actor;
      const id = uuid();
      await tx.manager.insert(Confirmation, {
        ...{ id, mechanismId, measureId, partyId, organisationId, kind, reason },
        ...{ state: 'proposed', proposedAt: tx.at },
      });
      await this.refreshStatus(tx, measure);
      await this.record(tx, actor, measure, { id, kind }, 'proposed', { reason });
    });
  }

  /** Confirms, declines with a reason, or takes the proposal back. Returns the measure's id. */
  async answer(
    actor: Actor,
    id: string,
    action: ConfirmationAction,
    reason: string | null,
    version: number,
  ): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const { measureId } = found(await tx.manager.findOneBy(Confirmation, { id }));
      // The measure first, as in clearing: an update that voids the proposal and an answer to it take turns.
      const measure = found(await tx.lock(Measure, measureId));
      const confirmation = found(await tx.lock(Confirmation, id));
      const state = outcomes[action];
      walk(confirmationStates[confirmation.kind], { state: confirmation.state }, state);
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: confirmation.mechanismId }));
      demand(can(actor, action, confirmation, mechanism));
      demandVersion(confirmation, version);
      const answer = { state, answeredAt: tx.at, answerReason: reason, version: confirmation.version + 1 };
      await tx.manager.update(Confirmation, id, answer);
      const ended = action === 'confirm' ? await this.end(tx, measureId, ['completion', 'drop']) : [];
      await this.refreshStatus(tx, measure);
      await this.record(tx, actor, measure, confirmation, state, { reason });
      await this.recordVoided(tx, actor, measure, ended);
      return measureId;
    });
  }

  /**
   * Voids what the sides proposed or confirmed of a measure's completion, since the status of a track is no longer the
   * one it was said of. The caller holds the measure's row lock, and calls `recordVoided` once it has written the rest.
   */
  async voidCompletion(tx: Tx, measureId: string): Promise<Confirmation[]> {
    return this.end(tx, measureId, ['completion'], ['proposed', 'confirmed']);
  }

  /**
   * Lets the measure's status follow from its tracks and from what the sides decided of it. The caller holds the
   * measure's row lock, so that two sides who clear at once do not each derive from the other's old status.
   */
  async refreshStatus(
    tx: Tx,
    { id: measureId }: Measure,
    { lastClearedAt }: { lastClearedAt?: Date } = {},
  ): Promise<void> {
    await tx.query(refreshSql, [measureId, lastClearedAt ?? null]);
  }

  async recordVoided(tx: Tx, actor: Actor, measure: Measure, voided: Confirmation[]): Promise<void> {
    for (const each of voided) await this.record(tx, actor, measure, each, 'voided', {});
  }

  private async end(
    tx: Tx,
    measureId: string,
    kinds: ConfirmationKind[],
    states: Confirmation['state'][] = ['proposed'],
  ): Promise<Confirmation[]> {
    const open = await tx.manager.findBy(Confirmation, { measureId, kind: In(kinds), state: In(states) });
    for (const each of open) {
      walk(confirmationStates[each.kind], each, 'voided');
      const { id, state, version } = each;
      await tx.manager.update(Confirmation, id, { state, voidedAt: tx.at, version: version + 1 });
    }
    return open;
  }

  private record(
    tx: Tx,
    actor: Actor,
    { mechanismId, meetingId, id: measureId }: Measure,
    { id: subjectId, kind }: Pick<Confirmation, 'id' | 'kind'>,
    state: Confirmation['state'],
    said: { reason?: string | null },
  ): Promise<void> {
    const changes = { kind, state, ...said };
    const verb = verbs[kind][state];
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
