import type { SourceKind } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** An adopted text, as it was read: measures cite their place in it. Immutable. */
@Entity()
@Check('ck_source_kind', `kind in ('annex', 'press_release', 'newspaper')`)
export class Source {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Meeting)
  @Index('ix_source_meeting')
  meetingId: string;

  @Column('text')
  kind: SourceKind;

  @Column('text')
  fileName: string;

  /** Of the file as it was given, hexadecimal. */
  @Column('text')
  sha256: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  adoptedAt: Date;
}
