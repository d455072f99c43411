import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Request } from './request.entity.js';

/** What a side means to answer. Only that side sees it; clearing copies it to the request. */
@Entity()
@Unique('uq_request_answer_party', ['requestId', 'partyId'])
export class RequestAnswer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Request)
  requestId: string;

  /** Who wrote it last, and for which office. */
  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  authorId: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  savedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
