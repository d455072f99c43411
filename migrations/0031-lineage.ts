import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;
const office = `party_id = (select actor_side()) and organisation_id = (select actor_organisation())`;

/** How the measures of a meeting continue those of the one before, as a coordinator of either side decided. */
export class Lineage1795190400031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lineage (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        earlier_id uuid,
        later_id uuid,
        relation text not null,
        stands boolean not null,
        party_id uuid not null,
        organisation_id uuid not null,
        decided_at timestamptz not null,
        version integer not null default 1,
        constraint uq_lineage_link unique (earlier_id, later_id),
        constraint ck_lineage_relation check (relation in ('continues', 'deepens', 'merges', 'splits', 'replaces', 'not_followed_up', 'new')),
        constraint ck_lineage_ends check ((earlier_id is null) = (relation = 'new') and (later_id is null) = (relation = 'not_followed_up')),
        constraint pk_lineage primary key (id),
        constraint fk_lineage_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_lineage_meeting_id foreign key (meeting_id) references meeting(id),
        constraint fk_lineage_earlier_id foreign key (earlier_id) references measure(id),
        constraint fk_lineage_later_id foreign key (later_id) references measure(id),
        constraint fk_lineage_party_id foreign key (party_id) references party(id),
        constraint fk_lineage_organisation_id foreign key (organisation_id) references organisation(id)
      );
      create unique index uq_lineage_not_followed_up on lineage (earlier_id) where later_id is null;
      create unique index uq_lineage_new on lineage (later_id) where earlier_id is null;
      create index ix_lineage_meeting on lineage (meeting_id);
      create index ix_lineage_later on lineage (later_id);
      alter table lineage enable row level security;
      alter table lineage force row level security;

      -- Either side decides, and may decide anew what the other decided; the row names who did last.
      create policy joint_read on lineage for select using (${visible});
      create policy joint_insert on lineage for insert with check (${office} and ${own});
      create policy joint_update on lineage for update using (${own}) with check (${office} and ${own});
      grant select, insert, update (relation, stands, party_id, organisation_id, decided_at, version) on lineage to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lineage');
  }
}
