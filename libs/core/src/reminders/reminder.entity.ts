import type { ReminderOffset } from '#contracts/status';
import { Mail } from '#core/mails/mail.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The reminder ledger: one row a person, measure, due date and rule, so that each goes out once. */
@Entity()
@Unique('uq_reminder_once', ['measureId', 'personId', 'dueOn', 'daysBefore'])
@Check('ck_reminder_state', `state in ('queued', 'sent', 'skipped')`)
@Index('ix_reminder_queued', ['id'], { where: `state = 'queued'` })
export class Reminder {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  personId: string;

  @Column('date')
  dueOn: string;

  /** Working days before the due date; negative is after it. */
  @Column('int')
  daysBefore: ReminderOffset;

  /** `skipped`: when its turn came there was no more reason to send it. */
  @Column('text')
  state: 'queued' | 'sent' | 'skipped';

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Mail)
  mailId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
