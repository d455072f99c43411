import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;

/** What an update may say besides: its period, what stands in the way, and what it asks of the other side. */
export class Requests1795190400011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table "update" add column difficulties text, add column request text,
        add column period_from date, add column period_to date,
        add constraint ck_update_period check (period_from <= period_to);
      alter table cleared_update add column difficulties text,
        add column period_from date, add column period_to date,
        add constraint ck_cleared_update_period check (period_from <= period_to);

      create table request (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        cleared_update_id uuid not null,
        text text not null,
        state text not null,
        asked_at timestamptz not null,
        answer text,
        answer_organisation_id uuid,
        ended_at timestamptz,
        version integer not null default 1,
        constraint ck_request_state check (state in ('open', 'answered', 'withdrawn')),
        constraint ck_request_answer check ((state = 'answered') = (answer is not null)),
        constraint pk_request primary key (id),
        constraint fk_request_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_request_measure_id foreign key (measure_id) references measure(id),
        constraint fk_request_party_id foreign key (party_id) references party(id),
        constraint fk_request_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_request_cleared_update_id foreign key (cleared_update_id) references cleared_update(id),
        constraint fk_request_answer_organisation_id foreign key (answer_organisation_id) references organisation(id)
      );
      create index ix_request_measure on request (measure_id);
      create index ix_request_open on request (mechanism_id) where state = 'open';
      create table request_answer (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        request_id uuid not null,
        organisation_id uuid not null,
        author_id uuid not null,
        text text not null,
        saved_at timestamptz not null,
        version integer not null default 1,
        -- With the side: without it, one side could learn from a refusal that the other has begun to answer.
        constraint uq_request_answer_party unique (request_id, party_id),
        constraint pk_request_answer primary key (id),
        constraint fk_request_answer_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_request_answer_measure_id foreign key (measure_id) references measure(id),
        constraint fk_request_answer_party_id foreign key (party_id) references party(id),
        constraint fk_request_answer_request_id foreign key (request_id) references request(id),
        constraint fk_request_answer_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_request_answer_author_id foreign key (author_id) references person(id)
      );

      alter table request enable row level security;
      alter table request force row level security;
      -- Asked with what one side clears; answered by the other.
      create policy joint_read on request for select using (${visible});
      create policy joint_insert on request for insert with check (${ownSide} and ${own});
      create policy joint_update on request for update using (${own});
      grant select, insert, update (state, answer, answer_organisation_id, ended_at, version) on request to luoshi_app;

      alter table request_answer enable row level security;
      alter table request_answer force row level security;
      create policy own_side on request_answer using (${ownSide} and ${own});
      grant select, insert, update (organisation_id, author_id, text, saved_at, version) on request_answer to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table request_answer; drop table request;
      alter table "update" drop column difficulties, drop column request, drop column period_from, drop column period_to;
      alter table cleared_update drop column difficulties, drop column period_from, drop column period_to;
    `);
  }
}
