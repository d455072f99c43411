import type { EvidenceRejection, EvidenceState } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { wholeNumber } from '#core/whole-number';
import { Evidence } from './evidence.entity.js';

/** A file or a link of a piece of evidence, from the first byte on its way to the day it is disclosed. */
@Entity()
@Unique('uq_evidence_revision_ordinal', ['evidenceId', 'ordinal'])
@Index('ix_evidence_revision_sha256', ['partyId', 'sha256'])
@Index('ix_evidence_revision_pending', ['state', 'uploadedAt'], {
  where: `state in ('uploading', 'scanning')`,
})
@Index('ix_evidence_revision_infected', ['partyId'], { where: `state = 'infected'` })
@Check(
  'ck_evidence_revision_state',
  `state in ('uploading', 'scanning', 'available', 'infected', 'rejected')`,
)
@Check('ck_evidence_revision_content', `(url is null) = (file_name is not null and bytes is not null)`)
@Check(
  'ck_evidence_revision_whole',
  `state <> 'available' or url is not null or (file_key is not null and sha256 is not null)`,
)
export class EvidenceRevision {
  /** Of an upload too. It goes into the joint record when it is disclosed, so it tells no time. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Evidence)
  evidenceId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  state: EvidenceState;

  /** Why it was rejected, or what the scanner found in it. */
  @Column('text', { nullable: true })
  reason: EvidenceRejection | (string & {}) | null;

  /** Of a link; a file has the rest. */
  @Column('text', { nullable: true })
  url: string | null;

  /** The file's name as the browser gave it. */
  @Column('text', { nullable: true })
  givenName: string | null;

  /** The same without folders and characters that deceive. */
  @Column('text', { nullable: true })
  fileName: string | null;

  /** By its content; null until that was looked at. */
  @Column('text', { nullable: true })
  mediaType: string | null;

  /** As announced; an upload has come up whole when so many are there. */
  @Column('bigint', { nullable: true, transformer: wholeNumber })
  bytes: number | null;

  /** Of the content, hexadecimal. */
  @Column('text', { nullable: true })
  sha256: string | null;

  /** In the storage. Written before the file is moved there, so that no file is ever without a row. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  /** Whether a virus scanner has found it clean. */
  @Column('boolean', { default: false })
  scanned: boolean;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  uploadedById: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
