import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;

/** One measure in the words of several texts; and documents that are followed up, whenever they were signed. */
export class MeasureTexts1795190400030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table measure_text (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        source_id uuid not null,
        script text not null,
        text text not null,
        source_start integer not null,
        source_end integer not null,
        constraint uq_measure_text_place unique (measure_id, source_id, source_start),
        constraint pk_measure_text primary key (id),
        constraint fk_measure_text_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_measure_text_measure_id foreign key (measure_id) references measure(id),
        constraint fk_measure_text_source_id foreign key (source_id) references source(id)
      );
      alter table measure_text enable row level security;
      alter table measure_text force row level security;
      create policy joint_read on measure_text for select using (${visible});
      create policy joint_insert on measure_text for insert with check (${own});
      -- Immutable, as a measure's own words are.
      grant select, insert on measure_text to luoshi_app;

      create unique index uq_source_file on source (meeting_id, sha256) where sha256 <> '';

      alter table signed_document
        add column signed_on date,
        add column state text not null default 'signed',
        add column fulfils uuid[] not null default '{}',
        add column version integer not null default 1,
        add constraint ck_signed_document_state check (state in ('signed', 'in_force', 'completed', 'ended'));
      create index ix_signed_document_mechanism on signed_document (mechanism_id);
      grant update (state, fulfils, version) on signed_document to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (state, fulfils, version) on signed_document from luoshi_app;
      drop index ix_signed_document_mechanism;
      alter table signed_document drop column signed_on, drop column state, drop column fulfils, drop column version;
      drop index uq_source_file;
      drop table measure_text`);
  }
}
