import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import type { Language } from '#i18n/language';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const mailStates = ['outbox', 'queued', 'sending', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/**
 * A mail as it was written. `outbox`: no mail server is configured and it stays here. `sending`: handed to the mail
 * server; one that died there stays `sending` and is not tried again, because it may have arrived.
 */
@Entity()
@Check('ck_mail_state', `state in ('outbox', 'queued', 'sending', 'sent', 'failed')`)
@Index('ix_mail_party', ['partyId', 'id'])
@Index('ix_mail_queued', ['id'], { where: `state = 'queued'` })
export class Mail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** Its recipient. */
  @Column('uuid')
  @ForeignKey(() => Person)
  personId: string;

  @Column('text')
  kind: 'measure-due' | 'mention' | 'request' | 'ask' | 'infected' | 'files';

  @Column('text')
  language: Language;

  @Column('text')
  toName: string;

  @Column('text')
  toAddress: string;

  @Column('text')
  subject: string;

  @Column('text')
  html: string;

  @Column('text')
  text: string;

  @Column('text')
  state: MailState;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
