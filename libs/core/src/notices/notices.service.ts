import { MailsService } from '#core/mails/mails.service';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { measureNumber } from '#i18n/numbering';
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

/** Mails that tell one person that something on a measure waits for him. They name it and quote nothing. */
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
    const { partyId, personId, language } = actor;
    return this.mails.write(tx, {
      ...{ kind, partyId, personId, language, toName: recipient, toAddress: email },
      ...(mailId !== undefined && { id: mailId }),
      ...mail,
    });
  }
}
