import type { EvidenceState } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Update } from '#core/updates/update.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file that shows what an update says. Its side's own until it is disclosed with a cleared update. */
@Entity()
@Check('ck_evidence_state', `state in ('uploading', 'scanning', 'available', 'infected', 'rejected')`)
export class Evidence {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Update)
  @Index('ix_evidence_update')
  updateId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('text')
  title: string;

  /** As given, control characters and folders taken off. */
  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('int')
  bytes: number;

  /** Of the content, hexadecimal. */
  @Column('text')
  sha256: string;

  /** In the storage. */
  @Column('text')
  fileKey: string;

  @Column('text')
  state: EvidenceState;

  /** Whether a virus scanner has seen it. */
  @Column('boolean', { default: false })
  scanned: boolean;

  @Column('uuid')
  @ForeignKey(() => Person)
  uploadedById: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
