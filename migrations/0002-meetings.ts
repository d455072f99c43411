import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was agreed: mechanisms, meetings, areas, measures, and the texts they come from. */
export class Meetings1795190400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mechanism (
        id uuid not null,
        name jsonb not null,
        left_party_id uuid not null,
        right_party_id uuid not null,
        warning_days integer not null default 30,
        freshness_days integer not null default 180,
        constraint ck_mechanism_two_parties check (left_party_id <> right_party_id),
        constraint pk_mechanism primary key (id),
        constraint fk_mechanism_left_party_id foreign key (left_party_id) references party(id),
        constraint fk_mechanism_right_party_id foreign key (right_party_id) references party(id)
      );
      create table mechanism_observer (
        mechanism_id uuid not null,
        organisation_id uuid not null,
        constraint pk_mechanism_observer primary key (mechanism_id, organisation_id),
        constraint fk_mechanism_observer_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_mechanism_observer_organisation_id foreign key (organisation_id) references organisation(id)
      );
      create table meeting (
        id uuid not null,
        mechanism_id uuid not null,
        ordinal integer not null,
        title text not null,
        script text not null,
        held_on date not null,
        place text not null,
        heads jsonb not null default '[]',
        signatories jsonb not null default '[]',
        custodians text[] not null default '{}',
        declared_areas integer,
        declared_measures integer,
        declared_documents integer,
        adopted_at timestamptz not null,
        constraint uq_meeting_ordinal unique (mechanism_id, ordinal),
        constraint pk_meeting primary key (id),
        constraint fk_meeting_mechanism_id foreign key (mechanism_id) references mechanism(id)
      );
      create table source (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        kind text not null,
        file_name text not null,
        sha256 text not null,
        text text not null,
        adopted_at timestamptz not null,
        constraint ck_source_kind check (kind in ('annex', 'press_release', 'newspaper')),
        constraint pk_source primary key (id),
        constraint fk_source_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_source_meeting_id foreign key (meeting_id) references meeting(id)
      );
      create index ix_source_meeting on source (meeting_id);
      create table area (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        ordinal integer not null,
        title text not null,
        constraint uq_area_ordinal unique (meeting_id, ordinal),
        constraint pk_area primary key (id),
        constraint fk_area_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_area_meeting_id foreign key (meeting_id) references meeting(id)
      );
      create table signed_document (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        ordinal integer not null,
        title text not null,
        parties text[] not null default '{}',
        constraint uq_signed_document_ordinal unique (meeting_id, ordinal),
        constraint pk_signed_document primary key (id),
        constraint fk_signed_document_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_signed_document_meeting_id foreign key (meeting_id) references meeting(id)
      );
      create table measure (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        area_id uuid not null,
        area_ordinal integer not null,
        ordinal integer not null,
        title text not null,
        text text not null,
        script text not null,
        folded text not null,
        source_id uuid not null,
        source_start integer not null,
        source_end integer not null,
        due_wording text,
        due_kind text not null default 'none',
        due_on date,
        status text not null default 'not_started',
        awaiting_party_id uuid,
        last_cleared_at timestamptz,
        constraint uq_measure_ordinal unique (area_id, ordinal),
        constraint ck_measure_status check (status in ('dropped', 'closed', 'awaiting_confirmation', 'suspended', 'behind', 'ongoing', 'completed', 'on_target', 'not_started')),
        constraint pk_measure primary key (id),
        constraint fk_measure_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_measure_meeting_id foreign key (meeting_id) references meeting(id),
        constraint fk_measure_area_id foreign key (area_id) references area(id),
        constraint fk_measure_source_id foreign key (source_id) references source(id),
        constraint fk_measure_awaiting_party_id foreign key (awaiting_party_id) references party(id)
      );
      create index ix_measure_meeting on measure (meeting_id, area_ordinal, ordinal, id);
      create index ix_measure_register on measure (mechanism_id, meeting_id, area_ordinal, ordinal, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table measure; drop table signed_document; drop table area; drop table source; drop table meeting; drop table mechanism_observer; drop table mechanism;`,
    );
  }
}
