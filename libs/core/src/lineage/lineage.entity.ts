import type { LineageRelation } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * How a measure goes on from an earlier one, as the coordinators of the two sides decided; or that an earlier one was
 * not followed up, or a later one is new. Joint: either side decides, and the last word stands.
 */
@Entity()
@Unique('uq_lineage_link', ['earlierId', 'laterId'])
@Index('uq_lineage_not_followed_up', ['earlierId'], { unique: true, where: 'later_id is null' })
@Index('uq_lineage_new', ['laterId'], { unique: true, where: 'earlier_id is null' })
@Check(
  'ck_lineage_relation',
  `relation in ('continues', 'deepens', 'merges', 'splits', 'replaces', 'not_followed_up', 'new')`,
)
@Check(
  'ck_lineage_ends',
  `(earlier_id is null) = (relation = 'new') and (later_id is null) = (relation = 'not_followed_up')`,
)
export class Lineage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  /** The later measure's; of an earlier measure that was not followed up, the meeting that did not. */
  @Column('uuid')
  @ForeignKey(() => Meeting)
  @Index('ix_lineage_meeting')
  meetingId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Measure)
  earlierId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Measure)
  @Index('ix_lineage_later')
  laterId: string | null;

  @Column('text')
  relation: LineageRelation;

  /** False where it was refused or taken back, so that it is not proposed again. */
  @Column('boolean')
  stands: boolean;

  /** The side whose office decided last. */
  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  organisationId: string;

  @Column('timestamptz')
  decidedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
