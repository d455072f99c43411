import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person's request has done already, so that the same request again does it no second time. */
export class Idempotency1795190400051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        person_id uuid not null,
        key text not null,
        step integer not null,
        fingerprint text not null,
        result jsonb,
        created_at timestamptz not null,
        constraint pk_idempotency_key primary key (person_id, key, step),
        constraint fk_idempotency_key_person_id foreign key (person_id) references person(id)
      );
      create index ix_idempotency_key_created on idempotency_key (created_at);
      alter table idempotency_key enable row level security;
      alter table idempotency_key force row level security;
      create policy own_rows on idempotency_key using (person_id = (select actor_person()));
      create policy system on idempotency_key using ((select actor_is_system()));
      grant select, insert, update (result), delete on idempotency_key to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
