import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How it is carried out: each table is joint or one side's own, never both. */
export class Work1795190400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table track (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        lead_id uuid,
        supporting_ids uuid[] not null default '{}',
        status text not null default 'not_started',
        next_step text,
        last_cleared_at timestamptz,
        constraint uq_track_party unique (measure_id, party_id),
        constraint ck_track_status check (status in ('not_started', 'on_target', 'behind', 'completed', 'ongoing', 'suspended', 'not_applicable')),
        constraint pk_track primary key (id),
        constraint fk_track_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_track_measure_id foreign key (measure_id) references measure(id),
        constraint fk_track_party_id foreign key (party_id) references party(id),
        constraint fk_track_lead_id foreign key (lead_id) references organisation(id)
      );
      create table assignment (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        lead_id uuid not null,
        supporting_ids uuid[] not null default '{}',
        officer_ids uuid[] not null default '{}',
        internal_due_on date,
        published_at timestamptz,
        version integer not null default 1,
        constraint uq_assignment_party unique (measure_id, party_id),
        constraint pk_assignment primary key (id),
        constraint fk_assignment_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_assignment_measure_id foreign key (measure_id) references measure(id),
        constraint fk_assignment_party_id foreign key (party_id) references party(id),
        constraint fk_assignment_lead_id foreign key (lead_id) references organisation(id)
      );
      create index ix_assignment_lead on assignment (lead_id, measure_id);
      create table "update" (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        author_id uuid not null,
        state text not null,
        status text not null,
        text text not null,
        next_step text,
        corrects_id uuid,
        created_at timestamptz not null,
        submitted_at timestamptz,
        returned_reason text,
        version integer not null default 1,
        constraint ck_update_state check (state in ('draft', 'submitted', 'endorsed', 'returned', 'cleared', 'withdrawn')),
        constraint pk_update primary key (id),
        constraint fk_update_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_update_measure_id foreign key (measure_id) references measure(id),
        constraint fk_update_party_id foreign key (party_id) references party(id),
        constraint fk_update_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_update_author_id foreign key (author_id) references person(id)
      );
      create index ix_update_measure on "update" (measure_id, party_id);
      create index ix_update_open on "update" (party_id, state, organisation_id) where state in ('draft', 'submitted', 'endorsed', 'returned');
      create unique index uq_update_open on "update" (measure_id, organisation_id) where state in ('draft', 'submitted', 'endorsed', 'returned');
      create table cleared_update (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        status text not null,
        text text not null,
        next_step text,
        corrects_id uuid,
        cleared_at timestamptz not null,
        constraint pk_cleared_update primary key (id),
        constraint fk_cleared_update_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_cleared_update_measure_id foreign key (measure_id) references measure(id),
        constraint fk_cleared_update_party_id foreign key (party_id) references party(id),
        constraint fk_cleared_update_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_cleared_update_corrects_id foreign key (corrects_id) references cleared_update(id)
      );
      create index ix_cleared_update_measure on cleared_update (measure_id, cleared_at);
      create index ix_cleared_update_mechanism on cleared_update (mechanism_id, cleared_at);
      create table evidence (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        update_id uuid not null,
        party_id uuid not null,
        title text not null,
        file_name text not null,
        media_type text not null,
        bytes integer not null,
        sha256 text not null,
        file_key text not null,
        state text not null,
        scanned boolean not null default false,
        uploaded_by_id uuid not null,
        uploaded_at timestamptz not null,
        constraint ck_evidence_state check (state in ('uploading', 'scanning', 'available', 'infected', 'rejected')),
        constraint pk_evidence primary key (id),
        constraint fk_evidence_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_evidence_measure_id foreign key (measure_id) references measure(id),
        constraint fk_evidence_update_id foreign key (update_id) references "update"(id),
        constraint fk_evidence_party_id foreign key (party_id) references party(id),
        constraint fk_evidence_uploaded_by_id foreign key (uploaded_by_id) references person(id)
      );
      create index ix_evidence_update on evidence (update_id);
      create table disclosed_evidence (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        cleared_update_id uuid not null,
        party_id uuid not null,
        title text not null,
        file_name text not null,
        media_type text not null,
        bytes integer not null,
        sha256 text not null,
        file_key text not null,
        disclosed_at timestamptz not null,
        constraint pk_disclosed_evidence primary key (id),
        constraint fk_disclosed_evidence_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_disclosed_evidence_measure_id foreign key (measure_id) references measure(id),
        constraint fk_disclosed_evidence_cleared_update_id foreign key (cleared_update_id) references cleared_update(id),
        constraint fk_disclosed_evidence_party_id foreign key (party_id) references party(id)
      );
      create index ix_disclosed_evidence_cleared_update on disclosed_evidence (cleared_update_id);
      create table due_date_change (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        from_on date,
        due_on date not null,
        reason text not null,
        state text not null,
        proposed_at timestamptz not null,
        answered_at timestamptz,
        answer_reason text,
        version integer not null default 1,
        constraint ck_due_date_change_state check (state in ('proposed', 'agreed', 'declined', 'withdrawn')),
        constraint pk_due_date_change primary key (id),
        constraint fk_due_date_change_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_due_date_change_measure_id foreign key (measure_id) references measure(id),
        constraint fk_due_date_change_party_id foreign key (party_id) references party(id)
      );
      create index ix_due_date_change_measure on due_date_change (measure_id);
      create unique index uq_due_date_change_proposed on due_date_change (measure_id) where state = 'proposed';
      create table import (
        id uuid not null,
        party_id uuid not null,
        mechanism_id uuid,
        state text not null,
        kind text not null,
        file_name text not null,
        sha256 text not null,
        text text not null,
        draft jsonb not null,
        meeting_id uuid,
        created_by_id uuid not null,
        created_at timestamptz not null,
        version integer not null default 1,
        constraint ck_import_state check (state in ('parsed', 'reviewed', 'adopted', 'discarded')),
        constraint pk_import primary key (id),
        constraint fk_import_party_id foreign key (party_id) references party(id),
        constraint fk_import_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_import_meeting_id foreign key (meeting_id) references meeting(id),
        constraint fk_import_created_by_id foreign key (created_by_id) references person(id)
      );
      create index ix_import_party on import (party_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table import; drop table due_date_change; drop table disclosed_evidence; drop table evidence; drop table cleared_update; drop table "update"; drop table assignment; drop table track;`,
    );
  }
}
