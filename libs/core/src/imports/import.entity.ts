import type { Draft } from '#contracts/draft';
import type { ImportState, SourceKind } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A text on its way into the record. Its side's own until it is adopted. */
@Entity()
@Check('ck_import_state', `state in ('parsed', 'reviewed', 'adopted', 'discarded')`)
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

  @Column('text')
  sha256: string;

  @Column('text')
  text: string;

  @Column('jsonb')
  draft: Draft;

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
