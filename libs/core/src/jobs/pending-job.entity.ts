import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A job that a committed transaction asked for and no handler has finished. Written with the change that needs it,
 * removed by the handler: what a crash lost in between, the sweep sends again. Ids only, no content.
 */
@Entity()
export class PendingJob {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  payload: Record<string, string>;

  /** By the database's own clock, like `lookAgainAt`. */
  @Column('timestamptz')
  createdAt: Date;

  /** When the sweep sends it again if it is still here. */
  @Column('timestamptz')
  @Index('ix_pending_job_look_again_at')
  lookAgainAt: Date;
}
