import { Mail } from '#core/mails/mail.entity';
import { NoticesService } from '#core/notices/notices.service';
import { type Actor, is } from '#core/people/actor';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Evidence } from './evidence.entity.js';

/** Tells a side's coordinators of a file of theirs in which a virus was found. */
@Injectable()
export class InfectionsService {
  constructor(
    private readonly db: Db,
    private readonly notices: NoticesService,
  ) {}

  /** Writes the mail as its recipient, once for ever; it names the measure or document, and neither the file nor what it holds. */
  async tell(actor: Actor, revisionId: string): Promise<void> {
    if (!is(actor, 'coordinator')) return;
    const mailId = v5(`${revisionId} ${actor.personId}`, v5.URL);
    await this.db.withActor(actor, async (tx) => {
      const [row] = await tx.query<Pick<Evidence, 'measureId' | 'signedDocumentId'>>(
        `select e.measure_id as "measureId", e.signed_document_id as "signedDocumentId"
         from evidence_revision r join evidence e on e.id = r.evidence_id where r.id = $1 and r.state = 'infected'`,
        [revisionId],
      );
      if (!row || (await tx.manager.existsBy(Mail, { id: mailId }))) return;
      const { measureId, signedDocumentId } = row;
      if (measureId) await this.notices.write(tx, actor, { kind: 'infected', measureId, by: '', mailId });
      else await this.notices.writeOfDocument(tx, actor, signedDocumentId!, mailId);
    });
  }
}
