import type { RequestState } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, Index, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a cleared update asks of the other side. Joint from its clearing on, with the answer once that is cleared. */
@Entity()
@Check('ck_request_state', `state in ('open', 'answered', 'withdrawn')`)
@Check('ck_request_answer', `(state = 'answered') = (answer is not null)`)
@Index('ix_request_measure', ['measureId'])
@Index('ix_request_open', ['mechanismId'], { where: `state = 'open'` })
export class Request {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  /** The side that asks, and its office that does. */
  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  /** The update in whose words it was asked. */
  @Column('uuid')
  @ForeignKey('ClearedUpdate')
  clearedUpdateId: string;

  @Column('text')
  text: string;

  @Column('text')
  state: RequestState;

  @Column('timestamptz')
  askedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  /** The office whose words the answer is. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  answerOrganisationId: string | null;

  /** When it was answered or withdrawn. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
