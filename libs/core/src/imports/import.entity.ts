import type { Decisions } from '#contracts/decisions';
import type { Draft, Refusal } from '#contracts/draft';
import type { ProblemCode, ProblemParams } from '#contracts/problems';
import type { ImportState, SourceKind } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why a file gave no draft. */
export interface ImportProblem {
  code: ProblemCode;
  params: ProblemParams;
  /** What was looked for in a text that is no memorandum. */
  lookedFor: Refusal[];
}

/** A text on its way into the record. Its side's own until it is adopted. */
@Entity()
@Check('ck_import_state', `state in ('parsing', 'failed', 'parsed', 'reviewed', 'adopted', 'discarded')`)
@Index('ix_import_party', ['partyId', 'id'])
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** Chosen by the coordinator, proposed by the names in the text. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Mechanism)
  mechanismId: string | null;

  @Column('text')
  state: ImportState;

  @Column('text')
  kind: SourceKind;

  @Column('text')
  fileName: string;

  /** Of the file as it was given, hexadecimal. */
  @Column('text')
  sha256: string;

  /** In the storage; null for pasted text, and once it is discarded. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  @Column('int', { nullable: true })
  bytes: number | null;

  /** Empty until it is read. */
  @Column('text')
  text: string;

  /** Of the text without its white space, hexadecimal; null until it is read. */
  @Column('text', { nullable: true })
  textSha256: string | null;

  /** Empty until it is read. */
  @Column('jsonb')
  draft: Draft;

  /** What the coordinator decided beside the draft; null until there is something. */
  @Column('jsonb', { nullable: true })
  decisions: Decisions | null;

  /** The day on which the text was published, as whoever brought it says. */
  @Column('date', { nullable: true })
  publishedOn: string | null;

  /** Percent of the file that is read. */
  @Column('int', { default: 100 })
  progress: number;

  @Column('jsonb', { nullable: true })
  problem: ImportProblem | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Meeting)
  meetingId: string | null;

  @Column('uuid')
  @ForeignKey(() => Person)
  createdById: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
