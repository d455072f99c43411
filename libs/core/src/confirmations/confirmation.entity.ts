import type { ConfirmationKind, ConfirmationState } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What one side proposes of a measure as a whole – that it is complete, or that both drop it – and the other answers.
 * Joint from the moment it is proposed.
 */
@Entity()
@Check('ck_confirmation_kind', `kind in ('completion', 'drop')`)
@Check('ck_confirmation_state', `state in ('proposed', 'confirmed', 'declined', 'withdrawn', 'voided')`)
@Index('ix_confirmation_measure', ['measureId'])
@Index('uq_confirmation_proposed', ['measureId', 'kind'], { unique: true, where: `state = 'proposed'` })
export class Confirmation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  /** The side that proposes, and its office that did. */
  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('text')
  kind: ConfirmationKind;

  @Column('text')
  reason: string;

  @Column('text')
  state: ConfirmationState;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('text', { nullable: true })
  answerReason: string | null;

  /** When a side's assessment changed after the proposal; also after it had been confirmed. */
  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
