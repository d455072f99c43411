import type { EvidenceKind } from '#contracts/status';
import { Action } from '#core/actions/action.entity';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Update } from '#core/updates/update.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What shows that something was carried out: files or links, in revisions. Its side's own; what the other side may read
 * of it is disclosed revision by revision. It hangs on a measure, on an update or an action of that measure, or on a signed document.
 */
@Entity()
@Check('ck_evidence_kind', `kind in ('signed_document', 'report', 'photo', 'video', 'data', 'link', 'other')`)
@Check(
  'ck_evidence_place',
  `num_nonnulls(measure_id, signed_document_id) = 1 and num_nonnulls(update_id, action_id) <= num_nonnulls(measure_id)`,
)
export class Evidence {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Measure)
  @Index('ix_evidence_measure')
  measureId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Update)
  @Index('ix_evidence_update')
  updateId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Action, { onDelete: 'SET NULL' })
  @Index('ix_evidence_action', { where: 'action_id is not null' })
  actionId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => SignedDocument)
  @Index('ix_evidence_signed_document', { where: 'signed_document_id is not null' })
  signedDocumentId: string | null;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** Whose it is on its side. */
  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('text')
  title: string;

  @Column('text')
  kind: EvidenceKind;

  /** The date that the document itself bears, which is not the day it was uploaded. */
  @Column('date', { nullable: true })
  documentOn: string | null;

  /** After this day it no longer shows anything. */
  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('uuid')
  @ForeignKey(() => Person)
  createdById: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Of what is said of it and of what revisions it has, which is what a person reads before deciding on it. */
  @Column('int', { default: 1 })
  version: number;
}
