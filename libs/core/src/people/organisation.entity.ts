import type { Trilingual } from '#i18n/language';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Party } from './party.entity.js';

/** A bureau, department, office or statutory body of a party; a tree. */
@Entity()
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  @Index('ix_organisation_party')
  partyId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  parentId: string | null;

  @Column('jsonb')
  name: Trilingual;

  /** What lists show: 商經局, 商经局, CEDB. */
  @Column('jsonb')
  short: Trilingual;

  /** Other names that texts use, former ones included. */
  @Column('text', { array: true, default: [] })
  aliases: string[];

  /** The office that keeps its side's original of the memorandum and sees it carried out. */
  @Column('boolean', { default: false })
  custodian: boolean;
}
