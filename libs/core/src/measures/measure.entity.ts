import type { DueKind, MeasureStatus } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Source } from '#core/meetings/source.entity';
import { Party } from '#core/people/party.entity';
import type { Script } from '#i18n/language';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One agreed item. Its words are immutable: the runtime role may update only what stands below the line. */
@Entity()
@Unique('uq_measure_ordinal', ['areaId', 'ordinal'])
@Index('ix_measure_register', ['mechanismId', 'meetingId', 'areaOrdinal', 'ordinal', 'id'])
@Index('ix_measure_meeting', ['meetingId', 'areaOrdinal', 'ordinal', 'id'])
@Check(
  'ck_measure_status',
  `status in ('dropped', 'closed', 'awaiting_confirmation', 'suspended', 'behind', 'ongoing', 'completed', 'on_target', 'not_started')`,
)
export class Measure {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Meeting)
  meetingId: string;

  @Column('uuid')
  @ForeignKey(() => Area)
  areaId: string;

  /** The area's ordinal, repeated here so that a register is read in order from one index. */
  @Column('int')
  areaOrdinal: number;

  @Column('int')
  ordinal: number;

  /** At most 24 characters from the measure's own words. */
  @Column('text')
  title: string;

  /** The signed words. */
  @Column('text')
  text: string;

  @Column('text')
  script: Script;

  /** Title and text folded to Simplified and lower case, for finding words typed in either script. */
  @Column('text')
  folded: string;

  @Column('uuid')
  @ForeignKey(() => Source)
  sourceId: string;

  /** Place in the source's text, in UTF-16 units. */
  @Column('int')
  sourceStart: number;

  @Column('int')
  sourceEnd: number;

  /** What the text says of a deadline ("年底前"), if anything, and of what kind that is. */
  @Column('text', { nullable: true })
  dueWording: string | null;

  @Column('text', { default: 'none' })
  dueKind: DueKind;

  // ---- what changes after adoption ----

  /** The working date that both sides agreed. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  /** Derived from the tracks and the confirmation (measure-status.ts), written with every change of either. */
  @Column('text', { default: 'not_started' })
  status: MeasureStatus;

  /** While awaiting confirmation: the side that has to answer. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Party)
  awaitingPartyId: string | null;

  /** When either side last cleared an update. */
  @Column('timestamptz', { nullable: true })
  lastClearedAt: Date | null;
}
