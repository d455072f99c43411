import type { Trilingual } from '#i18n/language';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A government. Public knowledge, but visible only to those who share a mechanism with it. */
@Entity()
@Unique('uq_party_code', ['code'])
export class Party {
  @PrimaryColumn('uuid')
  id: string;

  /** Short and stable, e.g. `hk`. */
  @Column('text')
  code: string;

  @Column('jsonb')
  name: Trilingual;

  /** One character that stands for the side: 港, 渝; HK, CQ in English. */
  @Column('jsonb')
  mark: Trilingual;

  /** Whose working calendar holds here. */
  @Column('text')
  jurisdiction: 'HK' | 'CN';
}
