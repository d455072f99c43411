import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** Another document signed at the meeting. */
@Entity()
@Unique('uq_signed_document_ordinal', ['meetingId', 'ordinal'])
export class SignedDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
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
}
