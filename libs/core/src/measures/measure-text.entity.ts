import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Source } from '#core/meetings/source.entity';
import type { Script } from '#i18n/language';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Measure } from './measure.entity.js';

/**
 * A measure in the words of another text than the one it was adopted from: a better source, a second official version,
 * a newspaper that quotes it. Whose words count follows from the source's kind. Immutable.
 */
@Entity()
@Unique('uq_measure_text_place', ['measureId', 'sourceId', 'sourceStart'])
export class MeasureText {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Source)
  sourceId: string;

  @Column('text')
  script: Script;

  @Column('text')
  text: string;

  /** Place in the source's text, in UTF-16 units. */
  @Column('int')
  sourceStart: number;

  @Column('int')
  sourceEnd: number;
}
