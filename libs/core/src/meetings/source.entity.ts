import type { SourceKind } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** An adopted text, as it was read: measures cite their place in it. Immutable. */
@Entity()
@Index('uq_source_file', ['meetingId', 'sha256'], { unique: true, where: `sha256 <> ''` })
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

  /** In the storage; null where the text was pasted. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  @Column('int', { nullable: true })
  bytes: number | null;

  @Column('text')
  text: string;

  /** Of the text without its white space, hexadecimal; null for one adopted before this was kept. */
  @Column('text', { nullable: true })
  textSha256: string | null;

  @Column('timestamptz')
  adoptedAt: Date;
}
