import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** A signed-in browser. The cookie holds the token, this row only its hash. */
@Entity()
export class Session {
  /** SHA-256 of the token, hexadecimal. */
  @PrimaryColumn('text')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Index('ix_session_person')
  personId: string;

  @Column('text')
  csrfToken: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  @Index('ix_session_expires_at')
  expiresAt: Date;
}
