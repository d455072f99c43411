import { MailsService } from '#core/mails/mails.service';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { measureNumber } from '#i18n/numbering';
import type { RenderedMail } from '#emails/measure-due';
import type { Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';

export interface Notice {
  kind: 'mention' | 'request' | 'ask' | 'infected';
  measureId: string;
  /** Who did what the mail tells of, in the reader's language. */
  by: string;
  /** Where the same must not be told twice. */
  mailId?: string;
}

interface Context {
  recipient: string;
  email: string;
  meeting: string;
  areaOrdinal: number;
  ordinal: number;
  title: string;
  script: 'hant' | 'hans' | 'en';
}

interface DocumentContext {
  recipient: string;
  email: string;
  meetingId: string;
  meeting: string;
  document: string;
}

/** Mails that tell one person that something on a measure or a document waits for him. They name it and quote nothing. */
@Injectable()
export class NoticesService {
  constructor(private readonly mails: MailsService) {}

  /** Writes the mail as its recipient, in the recipient's language; its id. */
  async write(tx: Tx, actor: Actor, { kind, measureId, by, mailId }: Notice): Promise<string> {
    const [context] = await tx.query<Context>(
      `select p.name as recipient, p.email, e.title as meeting, m.area_ordinal as "areaOrdinal", m.ordinal, m.title, m.script
       from measure m join meeting e on e.id = m.meeting_id join person p on p.id = $2 where m.id = $1`,
      [measureId, actor.personId],
    );
    const { recipient, email, meeting, areaOrdinal, ordinal, title, script } = found(context);
    // Loaded when a mail is written: the api, which writes none, does not carry React.
    const { renderMeasureNotice } = await import('#emails/measure-notice');
    const mail = await renderMeasureNotice(
      {
        ...{ kind, recipient, by, meeting },
        measure: {
          number: measureNumber(areaOrdinal, ordinal, actor.language),
          title,
          lang: { hant: 'zh-Hant', hans: 'zh-Hans', en: 'en' }[script],
        },
        link: this.mails.link(`/measures/${measureId}`),
      },
      actor.language,
    );
    return this.keep(tx, actor, { kind, recipient, email, mailId }, mail);
  }

  /** Of a file on a signed document in which a virus was found. */
  async writeOfDocument(tx: Tx, actor: Actor, documentId: string, mailId: string): Promise<string> {
    const [context] = await tx.query<DocumentContext>(
      `select p.name as recipient, p.email, e.id as "meetingId", e.title as meeting, s.title as document
       from signed_document s join meeting e on e.id = s.meeting_id join person p on p.id = $2 where s.id = $1`,
      [documentId, actor.personId],
    );
    const { recipient, email, meetingId, meeting, document } = found(context);
    const { renderInfectedDocument } = await import('#emails/infected-document');
    const link = this.mails.link(`/meetings/${meetingId}/documents?evidence=${documentId}#${documentId}`);
    const mail = await renderInfectedDocument({ recipient, meeting, document, link }, actor.language);
    return this.keep(tx, actor, { kind: 'infected', recipient, email, mailId }, mail);
  }

  private keep(
    tx: Tx,
    { partyId, personId, language }: Actor,
    {
      kind,
      recipient,
      email,
      mailId,
    }: Pick<Notice, 'kind' | 'mailId'> & { recipient: string; email: string },
    mail: RenderedMail,
  ): Promise<string> {
    return this.mails.write(tx, {
      ...{ kind, partyId, personId, language, toName: recipient, toAddress: email },
      ...(mailId !== undefined && { id: mailId }),
      ...mail,
    });
  }
}
