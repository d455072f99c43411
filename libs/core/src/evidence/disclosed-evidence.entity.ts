import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Party } from '#core/people/party.entity';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Evidence in the joint record, with the id it had on its side. Append-only. */
@Entity()
export class DisclosedEvidence {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => ClearedUpdate)
  @Index('ix_disclosed_evidence_cleared_update')
  clearedUpdateId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('text')
  title: string;

  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('int')
  bytes: number;

  @Column('text')
  sha256: string;

  /** In the storage. */
  @Column('text')
  fileKey: string;

  @Column('timestamptz')
  disclosedAt: Date;
}
