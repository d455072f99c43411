import type { Verb } from '#contracts/verbs';
import { ActivityService, type Happening } from '#core/activity/activity.service';
import { type JobMap, JobsService } from '#core/jobs/jobs.service';
import { Mail } from '#core/mails/mail.entity';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { NoticesService } from '#core/notices/notices.service';
import { chargedOffice } from '#core/measures/measure.policy';
import type { Actor } from '#core/people/actor';
import { Party } from '#core/people/party.entity';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { named } from '#i18n/language';
import { Db, SYSTEM, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v5, v7 as uuid } from 'uuid';
import { RequestAnswer } from './request-answer.entity.js';
import { Request } from './request.entity.js';
import { canClearAnswer, canDraftAnswer, canWithdraw } from './request.policy.js';
import { requestStates } from './request.states.js';

/** What one side asked of the other with an update that was cleared, and what the other answers. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly jobs: JobsService,
    private readonly notices: NoticesService,
  ) {}

  /**
   * Saves what the own side means to answer. It saves itself often, so this is no activity. Returns the measure's id.
   * @param version of the draft that the person saw; 0 where there was none
   */
  async draft(actor: Actor, id: string, text: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const request = found(await tx.manager.findOneBy(Request, { id }));
      const { mechanismId, measureId } = request;
      const assignment = await tx.manager.findOneBy(Assignment, { measureId });
      demand(canDraftAnswer(actor, request, await this.sides(tx, request), assignment));
      const before = await this.drafted(tx, id);
      demandVersion(before ?? { version: 0 }, version);
      const { partyId, personId: authorId } = actor;
      const organisationId = chargedOffice(actor, assignment) ?? actor.organisationId;
      const written = { organisationId, authorId, text, savedAt: tx.at, version: version + 1 };
      if (before) {
        await tx.manager.update(RequestAnswer, before.id, written);
        return measureId;
      }
      // A colleague may have begun one since we looked.
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(RequestAnswer)
        .values({ ...written, id: uuid(), mechanismId, measureId, partyId, requestId: id })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw new Problem('version_conflict', { version: 1 });
      return measureId;
    });
  }

  /**
   * Moves the answer into the joint record, as its coordinator read it. Returns the measure's id.
   * @param version of the draft
   */
  async clearAnswer(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const request = found(await tx.lock(Request, id));
      walk(requestStates, { state: request.state }, 'answered');
      demand(canClearAnswer(actor, request, await this.sides(tx, request)));
      const draft = found(await this.drafted(tx, id));
      demandVersion(draft, version);
      const { text: answer, organisationId: answerOrganisationId } = draft;
      if (answer.trim() === '') throw new Problem('invalid', { field: 'text' });
      const ended = { state: 'answered', endedAt: tx.at, version: request.version + 1 } as const;
      await tx.manager.update(Request, id, { ...ended, answer, answerOrganisationId });
      return this.record(tx, actor, 'request.answered', request, { answer, answerOrganisationId });
    });
  }

  async withdraw(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const request = found(await tx.lock(Request, id));
      walk(requestStates, { state: request.state }, 'withdrawn');
      demand(canWithdraw(actor, request, await this.sides(tx, request)));
      demandVersion(request, version);
      const ended = { state: 'withdrawn', endedAt: tx.at, version: version + 1 } as const;
      await tx.manager.update(Request, id, ended);
      return this.record(tx, actor, 'request.withdrawn', request, {});
    });
  }

  /** Lets each coordinator of the other side be told: those who asked know none of them by name. */
  async spread({ id, mechanismId, partyId }: JobMap['tell-request']): Promise<void> {
    await this.db.withActor(SYSTEM, async (tx) => {
      const people = await tx.query<{ id: string }>(
        `select p.id from mechanism c join person p
           on p.party_id in (c.left_party_id, c.right_party_id) and p.party_id <> $2
         where c.id = $1 and 'coordinator' = any(p.roles) and p.disabled_at is null`,
        [mechanismId, partyId],
      );
      if (people.length === 0) return;
      await this.jobs.request(tx, 'send-request', ...people.map((person) => ({ id, personId: person.id })));
    });
  }

  /** Writes the mail as its recipient, once for ever, and not where the request has been answered meanwhile. */
  async tell(actor: Actor, id: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const request = await tx.manager.findOneBy(Request, { id });
      if (!request || canClearAnswer(actor, request, await this.sides(tx, request)) !== true) return;
      const mailId = v5(`${id} ${actor.personId}`, v5.URL);
      if (await tx.manager.existsBy(Mail, { id: mailId })) return;
      const party = found(await tx.manager.findOneBy(Party, { id: request.partyId }));
      const { measureId } = request;
      const by = named(party.name, actor.language);
      await this.notices.write(tx, actor, { kind: 'request', measureId, by, mailId });
    });
  }

  private async sides(tx: Tx, { mechanismId }: Request): Promise<Mechanism> {
    return found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }));
  }

  private drafted(tx: Tx, requestId: string): Promise<RequestAnswer | null> {
    return tx.manager
      .createQueryBuilder(RequestAnswer, 'draft')
      .setLock('pessimistic_write')
      .where({ requestId })
      .getOne();
  }

  private async record(
    tx: Tx,
    actor: Actor,
    verb: Verb,
    { id: subjectId, mechanismId, measureId }: Request,
    changes: Happening['changes'],
  ): Promise<string> {
    const { meetingId } = found(await tx.manager.findOneBy(Measure, { id: measureId }));
    const happening = { verb, mechanismId, meetingId, measureId, subjectId, changes };
    await this.activity.recordJoint(tx, actor, happening);
    return measureId;
  }
}
