import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs in, and for whom. */
export class People1795190400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table party (
        id uuid not null,
        code text not null,
        name jsonb not null,
        mark jsonb not null,
        jurisdiction text not null,
        constraint uq_party_code unique (code),
        constraint pk_party primary key (id)
      );
      create table organisation (
        id uuid not null,
        party_id uuid not null,
        parent_id uuid,
        name jsonb not null,
        short jsonb not null,
        aliases text[] not null default '{}',
        custodian boolean not null default false,
        constraint pk_organisation primary key (id),
        constraint fk_organisation_party_id foreign key (party_id) references party(id),
        constraint fk_organisation_parent_id foreign key (parent_id) references organisation(id)
      );
      create index ix_organisation_party on organisation (party_id);
      create table person (
        id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        name text not null,
        email text not null,
        language text not null,
        roles text[] not null,
        password_hash text not null,
        failed_sign_ins integer not null default 0,
        locked_until timestamptz,
        disabled_at timestamptz,
        constraint ck_person_roles check (roles <@ array['coordinator', 'officer', 'manager', 'observer', 'administrator']),
        constraint ck_person_language check (language in ('zh-Hant-HK', 'zh-Hans-CN', 'en')),
        constraint pk_person primary key (id),
        constraint fk_person_party_id foreign key (party_id) references party(id),
        constraint fk_person_organisation_id foreign key (organisation_id) references organisation(id)
      );
      create index ix_person_organisation on person (organisation_id);
      create unique index uq_person_email on person (email);
      create table session (
        id text not null,
        person_id uuid not null,
        csrf_token text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint pk_session primary key (id),
        constraint fk_session_person_id foreign key (person_id) references person(id) on delete cascade
      );
      create index ix_session_expires_at on session (expires_at);
      create index ix_session_person on session (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table session; drop table person; drop table organisation; drop table party;`);
  }
}
