import type { DraftOffice } from '#contracts/draft';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Script } from '#i18n/language';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One session of a mechanism. Written at adoption, never edited. */
@Entity()
@Unique('uq_meeting_ordinal', ['mechanismId', 'ordinal'])
export class Meeting {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  title: string;

  @Column('text')
  script: Script;

  @Column('date')
  heldOn: string;

  @Column('text')
  place: string;

  @Column('jsonb', { default: [] })
  heads: DraftOffice[];

  @Column('jsonb', { default: [] })
  signatories: DraftOffice[];

  @Column('text', { array: true, default: [] })
  custodians: string[];

  /** What the text itself declares; null where it says nothing. Never filled in from what was captured. */
  @Column('int', { nullable: true })
  declaredAreas: number | null;

  @Column('int', { nullable: true })
  declaredMeasures: number | null;

  @Column('int', { nullable: true })
  declaredDocuments: number | null;

  @Column('timestamptz')
  adoptedAt: Date;
}
