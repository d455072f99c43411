import { Mail } from '#core/mails/mail.entity';
import { NoticesService } from '#core/notices/notices.service';
import { type Actor, is } from '#core/people/actor';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';

/** Tells a side's coordinators of a file of theirs in which a virus was found. */
@Injectable()
export class InfectionsService {
  constructor(
    private readonly db: Db,
    private readonly notices: NoticesService,
  ) {}

  /** Writes the mail as its recipient, once for ever; it names the measure, and neither the file nor what it holds. */
  async tell(actor: Actor, revisionId: string): Promise<void> {
    if (!is(actor, 'coordinator')) return;
    const mailId = v5(`${revisionId} ${actor.personId}`, v5.URL);
    await this.db.withActor(actor, async (tx) => {
      const [row] = await tx.query<{ measureId: string }>(
        `select e.measure_id as "measureId" from evidence_revision r join evidence e on e.id = r.evidence_id
         where r.id = $1 and r.state = 'infected' and e.measure_id is not null`,
        [revisionId],
      );
      if (!row || (await tx.manager.existsBy(Mail, { id: mailId }))) return;
      await this.notices.write(tx, actor, { kind: 'infected', measureId: row.measureId, by: '', mailId });
    });
  }
}
