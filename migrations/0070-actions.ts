import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;

/** What both tables say of an action. */
const said = `
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        title text not null,
        words text not null,
        range_start integer not null,
        range_end integer not null,
        lead_id uuid,
        done_on date,`;

const keys = (table: string) => `
        constraint ck_${table}_range check (range_start >= 0 and range_end > range_start),
        constraint pk_${table} primary key (id),
        constraint fk_${table}_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_${table}_measure_id foreign key (measure_id) references measure(id),
        constraint fk_${table}_party_id foreign key (party_id) references party(id),
        constraint fk_${table}_lead_id foreign key (lead_id) references organisation(id)`;

const backup = (table: string) => `create policy backup on ${table} for select to current_user
  using (coalesce(current_setting('luoshi.kind', true), '') = 'backup');`;

/** What a measure's words have each side carry out, as it plans it and as it shares it; evidence may hang on it. */
export class Actions1795190400070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table action (${said}
        internal_due_on date,
        version integer not null default 1,
${keys('action')}
      );
      create index ix_action_measure on action (measure_id);
      create index ix_action_lead on action (lead_id) where done_on is null and internal_due_on is not null;
      create table shared_action (${said}
        shared_at timestamptz not null,
        withdrawn_at timestamptz,
${keys('shared_action')}
      );
      create index ix_shared_action_measure on shared_action (measure_id);

      alter table action enable row level security;
      alter table action force row level security;
      create policy own_side on action using (${ownSide} and ${own});
      ${backup('action')}
      grant select, insert, delete,
        update (title, words, range_start, range_end, lead_id, done_on, internal_due_on, version) on action to luoshi_app;

      alter table shared_action enable row level security;
      alter table shared_action force row level security;
      create policy joint_read on shared_action for select using (${visible});
      create policy joint_insert on shared_action for insert with check (${ownSide} and ${own});
      create policy joint_update on shared_action for update using (${ownSide} and ${own});
      ${backup('shared_action')}
      grant select, insert,
        update (title, words, range_start, range_end, lead_id, done_on, shared_at, withdrawn_at) on shared_action to luoshi_app;

      -- An action that its side gives up leaves its evidence to the measure.
      alter table evidence add column action_id uuid,
        drop constraint ck_evidence_place,
        add constraint ck_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1
          and num_nonnulls(update_id, action_id) <= num_nonnulls(measure_id)),
        add constraint fk_evidence_action_id foreign key (action_id) references action(id) on delete set null;
      create index ix_evidence_action on evidence (action_id) where action_id is not null;
      alter table disclosed_evidence add column action_id uuid,
        drop constraint ck_disclosed_evidence_place,
        add constraint ck_disclosed_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1
          and num_nonnulls(cleared_update_id, action_id) <= num_nonnulls(measure_id)),
        add constraint fk_disclosed_evidence_action_id foreign key (action_id) references shared_action(id);
      create index ix_disclosed_evidence_action on disclosed_evidence (action_id) where action_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table disclosed_evidence
        drop constraint ck_disclosed_evidence_place,
        drop column action_id,
        add constraint ck_disclosed_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1 and (cleared_update_id is null or measure_id is not null));
      alter table evidence
        drop constraint ck_evidence_place,
        drop column action_id,
        add constraint ck_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1 and (update_id is null or measure_id is not null));
      drop table shared_action; drop table action;
    `);
  }
}
