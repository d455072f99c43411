import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Party } from './party.entity.js';
import { Person } from './person.entity.js';

/** Days on which an officer is away and somebody of the same side does his work. */
@Entity()
@Check('ck_leave_period', 'from_on <= to_on')
@Check('ck_leave_substitute', 'person_id <> substitute_id')
// With the side: nobody ever stands in for somebody of another.
@ForeignKey(() => Person, ['personId', 'partyId'], ['id', 'partyId'], { name: 'fk_leave_person_id' })
@ForeignKey(() => Person, ['substituteId', 'partyId'], ['id', 'partyId'], { name: 'fk_leave_substitute_id' })
@Index('ix_leave_person', ['personId', 'toOn'])
@Index('ix_leave_substitute', ['substituteId', 'toOn'])
export class Leave {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  substituteId: string;

  /** The first and the last day. */
  @Column('date')
  fromOn: string;

  @Column('date')
  toOn: string;

  /** The person himself, or the administrator. */
  @Column('uuid')
  @ForeignKey(() => Person)
  setById: string;

  @Column('int', { default: 1 })
  version: number;
}
