import type { DocumentState } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** Another document signed at the meeting, or later in its follow-up. */
@Entity()
@Check('ck_signed_document_state', `state in ('signed', 'in_force', 'completed', 'ended')`)
@Unique('uq_signed_document_ordinal', ['meetingId', 'ordinal'])
export class SignedDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  @Index('ix_signed_document_mechanism')
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Meeting)
  meetingId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  title: string;

  @Column('text', { array: true, default: [] })
  parties: string[];

  /** Of a document signed later; null for one signed at the meeting itself. */
  @Column('date', { nullable: true })
  signedOn: string | null;

  // ---- what changes after it was signed ----

  @Column('text', { default: 'signed' })
  state: DocumentState;

  /** The measures, of this meeting or an earlier one, that it carries out. */
  @Column('uuid', { array: true, default: [] })
  fulfils: string[];

  @Column('int', { default: 1 })
  version: number;
}
