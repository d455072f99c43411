import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import type { Trilingual } from '#i18n/language';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A standing cooperation meeting between two parties, equals on one record. */
@Entity()
@Check('ck_mechanism_two_parties', 'left_party_id <> right_party_id')
@Check('ck_mechanism_warning_days', 'warning_days between 1 and 365')
@Check('ck_mechanism_freshness_days', 'freshness_days between 1 and 1000')
export class Mechanism {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  name: Trilingual;

  /** The side that stands on the left; an order for screens, no rank. */
  @Column('uuid')
  @ForeignKey(() => Party)
  leftPartyId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  rightPartyId: string;

  /** Days before a due date on which a light turns yellow. */
  @Column('int', { default: 30 })
  warningDays: number;

  /** Days after which an ongoing measure without a cleared update turns yellow. */
  @Column('int', { default: 180 })
  freshnessDays: number;

  @Column('int', { default: 1 })
  version: number;
}

/** A third office that reads the joint record. */
@Entity()
export class MechanismObserver {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;
}
