import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** A heading of the memorandum. */
@Entity()
@Unique('uq_area_ordinal', ['meetingId', 'ordinal'])
export class Area {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Meeting)
  meetingId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  title: string;
}
