import type { EvidenceKind } from '#contracts/status';
import { SharedAction } from '#core/actions/shared-action.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '#core/whole-number';

/**
 * A revision in the joint record, with the id it had on its side. Append-only; what is taken back stays as a tombstone
 * that says what it was, who took it back and why, and leads to no file any more.
 */
@Entity()
@Check(
  'ck_disclosed_evidence_kind',
  `kind in ('signed_document', 'report', 'photo', 'video', 'data', 'link', 'other')`,
)
@Check(
  'ck_disclosed_evidence_place',
  `num_nonnulls(measure_id, signed_document_id) = 1 and num_nonnulls(cleared_update_id, action_id) <= num_nonnulls(measure_id)`,
)
@Check(
  'ck_disclosed_evidence_tombstone',
  `num_nonnulls(url, file_key) = case when taken_back_at is null then 1 else 0 end
    and num_nonnulls(taken_back_at, taken_back_by_id, taken_back_reason) in (0, 3)`,
)
export class DisclosedEvidence {
  @PrimaryColumn('uuid')
  id: string;

  /** What it is a revision of. */
  @Column('uuid')
  evidenceId: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Measure)
  @Index('ix_disclosed_evidence_measure')
  measureId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ClearedUpdate)
  @Index('ix_disclosed_evidence_cleared_update')
  clearedUpdateId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => SharedAction)
  @Index('ix_disclosed_evidence_action', { where: 'action_id is not null' })
  actionId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => SignedDocument)
  @Index('ix_disclosed_evidence_signed_document', { where: 'signed_document_id is not null' })
  signedDocumentId: string | null;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('text')
  title: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('date', { nullable: true })
  documentOn: string | null;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  mediaType: string | null;

  @Column('bigint', { nullable: true, transformer: wholeNumber })
  bytes: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  /** In the storage. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  @Column('boolean', { default: false })
  scanned: boolean;

  @Column('timestamptz')
  disclosedAt: Date;

  @Column('timestamptz', { nullable: true })
  takenBackAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  takenBackById: string | null;

  @Column('text', { nullable: true })
  takenBackReason: string | null;
}
