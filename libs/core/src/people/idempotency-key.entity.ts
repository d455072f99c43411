import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/**
 * What one transaction of a person's request did, under the key that the request came with; written by
 * `platform/once.ts` in that same transaction. Ids and counts, no content.
 */
@Entity()
@Index('ix_idempotency_key_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Person)
  personId: string;

  @PrimaryColumn('text')
  key: string;

  /** Which of the request's transactions, from 0. */
  @PrimaryColumn('int')
  step: number;

  /** SHA-256 of method, address and body: the same key with another request is refused. */
  @Column('text')
  fingerprint: string;

  /** What the service returned. */
  @Column('jsonb', { nullable: true })
  result: unknown;

  @Column('timestamptz')
  createdAt: Date;
}
