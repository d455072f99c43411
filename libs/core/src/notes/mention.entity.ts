import { Mail } from '#core/mails/mail.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Note } from './note.entity.js';

/** Somebody whom a note names. It stands in that person's work until it is seen. */
@Entity()
@Unique('uq_mention_person', ['noteId', 'personId'])
@Index('ix_mention_unseen', ['personId'], { where: 'seen_at is null' })
export class Mention {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** The note's, with `officeOnly`: who reads the note reads whom it names. */
  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('boolean')
  officeOnly: boolean;

  @Column('uuid')
  @ForeignKey(() => Note, { onDelete: 'CASCADE' })
  noteId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  authorId: string;

  @Column('uuid')
  @ForeignKey(() => Person)
  personId: string;

  @Column('timestamptz', { nullable: true })
  seenAt: Date | null;

  /** The mail that told of it. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Mail)
  mailId: string | null;
}
