import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;

/** What one side proposes of a whole measure – that it is complete, or is not pursued – and the other answers. */
export class Confirmations1795190400008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table confirmation (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        kind text not null,
        reason text not null,
        state text not null,
        proposed_at timestamptz not null,
        answered_at timestamptz,
        answer_reason text,
        voided_at timestamptz,
        version integer not null default 1,
        constraint ck_confirmation_kind check (kind in ('completion', 'drop')),
        constraint ck_confirmation_state check (state in ('proposed', 'confirmed', 'declined', 'withdrawn', 'voided')),
        constraint pk_confirmation primary key (id),
        constraint fk_confirmation_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_confirmation_measure_id foreign key (measure_id) references measure(id),
        constraint fk_confirmation_party_id foreign key (party_id) references party(id),
        constraint fk_confirmation_organisation_id foreign key (organisation_id) references organisation(id)
      );
      create index ix_confirmation_measure on confirmation (measure_id);
      create unique index uq_confirmation_proposed on confirmation (measure_id, kind) where state = 'proposed';
      alter table confirmation enable row level security;
      alter table confirmation force row level security;

      -- Proposed by one side; answered by the other, and voided by what either clears.
      create policy joint_read on confirmation for select using (${visible});
      create policy joint_insert on confirmation for insert
        with check (party_id = (select actor_side()) and organisation_id = (select actor_organisation()) and ${own});
      create policy joint_update on confirmation for update using (${own});
      grant select, insert, update (state, answered_at, answer_reason, voided_at, version) on confirmation to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table confirmation');
  }
}
