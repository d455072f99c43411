import { ActivityService } from '#core/activity/activity.service';
import { type BulkResult, inBulkById } from '#core/bulk';
import { JobsService } from '#core/jobs/jobs.service';
import { Mail } from '#core/mails/mail.entity';
import { Measure } from '#core/measures/measure.entity';
import { canAssign } from '#core/measures/measure.policy';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { NoticesService } from '#core/notices/notices.service';
import type { Actor } from '#core/people/actor';
import { Organisation } from '#core/people/organisation.entity';
import { demand, found } from '#core/problem';
import { named } from '#i18n/language';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v5, v7 as uuid } from 'uuid';
import { charged } from './charged-sql.js';

/** A coordinator asks those who are charged with a measure for an update. */
@Injectable()
export class AsksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly activity: ActivityService,
    private readonly jobs: JobsService,
    private readonly notices: NoticesService,
  ) {}

  askMany(actor: Actor, measureIds: string[]): Promise<BulkResult> {
    return inBulkById(measureIds, (id) => this.ask(actor, id));
  }

  private async ask(actor: Actor, measureId: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { mechanismId, meetingId } = found(await tx.manager.findOneBy(Measure, { id: measureId }));
      demand(canAssign(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      const people = await tx.query<{ id: string }>(
        `select distinct p.id from assignment a ${charged('$2::date')} where a.measure_id = $1`,
        [measureId, this.clock.today()],
      );
      demand(people.length > 0 || 'not_assigned');
      const id = uuid();
      const { organisationId } = actor;
      await this.activity.recordOwn(tx, actor, {
        ...{ verb: 'update.asked', mechanismId, meetingId, measureId, subjectId: id },
        changes: { personIds: people.map((person) => person.id) },
      });
      await this.jobs.request(
        tx,
        'send-ask',
        ...people.map((person) => ({ id, measureId, organisationId, personId: person.id })),
      );
    });
  }

  /** Writes the mail as its recipient, once for ever, and not to who is no longer charged. */
  async tell(actor: Actor, id: string, measureId: string, organisationId: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const mailId = v5(`${id} ${actor.personId}`, v5.URL);
      const [still] = await tx.query(
        `select from assignment a ${charged('$2::date')} where a.measure_id = $1 and p.id = $3 limit 1`,
        [measureId, this.clock.today(), actor.personId],
      );
      if (!still || (await tx.manager.existsBy(Mail, { id: mailId }))) return;
      const office = found(await tx.manager.findOneBy(Organisation, { id: organisationId }));
      const by = named(office.name, actor.language);
      await this.notices.write(tx, actor, { kind: 'ask', measureId, by, mailId });
    });
  }
}
