import type { Audience, ReportState } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import type { Language } from '#i18n/language';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A progress report that somebody asked for; its side's own, whatever its audience. */
@Entity()
@Check('ck_report_state', `state in ('queued', 'building', 'ready', 'failed')`)
@Check('ck_report_audience', `audience in ('joint', 'side')`)
@Index('ix_report_party', ['partyId', 'id'])
export class Report {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Meeting)
  meetingId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  requestedById: string;

  @Column('text')
  audience: Audience;

  @Column('text')
  language: Language;

  @Column('text')
  state: ReportState;

  /** Percent. */
  @Column('int', { default: 0 })
  progress: number;

  @Column('int', { nullable: true })
  bytes: number | null;

  /** In the storage; null until it is ready. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readyAt: Date | null;
}
