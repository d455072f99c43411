import type { Role } from '#contracts/status';
import type { Language } from '#i18n/language';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organisation } from './organisation.entity.js';
import { Party } from './party.entity.js';

/** Somebody who signs in. Named to their own side only. */
@Entity()
@Unique('uq_person_party', ['id', 'partyId'])
@Check('ck_person_language', `language in ('zh-Hant-HK', 'zh-Hans-CN', 'en')`)
@Check('ck_person_roles', `roles <@ array['coordinator', 'officer', 'manager', 'observer', 'administrator']`)
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  @Index('ix_person_organisation')
  organisationId: string;

  @Column('text')
  name: string;

  /** In lower case; what one signs in with. */
  @Column('text')
  @Index('uq_person_email', { unique: true })
  email: string;

  @Column('text')
  language: Language;

  @Column('text', { array: true })
  roles: Role[];

  /** Argon2id, in PHC form. */
  @Column('text')
  passwordHash: string;

  /** Failed sign-ins since the last good one. */
  @Column('int', { default: 0 })
  failedSignIns: number;

  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
