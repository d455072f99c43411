import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody tells the people of the own side, or of the own office, about a measure. It is never shared. */
@Entity()
@Index('ix_note_measure', ['measureId', 'partyId'])
export class Note {
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

  /** The author's office. */
  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  authorId: string;

  /** Read by the author's office alone; else by the whole side. Chosen once: what was read cannot be taken back. */
  @Column('boolean')
  officeOnly: boolean;

  @Column('text')
  text: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
