import type { MigrationInterface, QueryRunner } from 'typeorm';

const mine = `party_id = (select actor_party()) and person_id = (select actor_person())`;

/** When an officer is away, and who does his work meanwhile. */
export class Leaves1795190400075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add constraint uq_person_party unique (id, party_id);
      create table leave (
        id uuid not null,
        party_id uuid not null,
        person_id uuid not null,
        substitute_id uuid not null,
        from_on date not null,
        to_on date not null,
        set_by_id uuid not null,
        version integer not null default 1,
        constraint ck_leave_period check (from_on <= to_on),
        constraint ck_leave_substitute check (person_id <> substitute_id),
        constraint pk_leave primary key (id),
        constraint fk_leave_party_id foreign key (party_id) references party(id),
        -- With the side: nobody ever stands in for somebody of another.
        constraint fk_leave_person_id foreign key (person_id, party_id) references person(id, party_id),
        constraint fk_leave_substitute_id foreign key (substitute_id, party_id) references person(id, party_id),
        constraint fk_leave_set_by_id foreign key (set_by_id) references person(id)
      );
      create index ix_leave_person on leave (person_id, to_on);
      create index ix_leave_substitute on leave (substitute_id, to_on);

      alter table leave enable row level security;
      alter table leave force row level security;
      create policy own_side on leave for select using (party_id = (select actor_side()));
      create policy own_row on leave using (${mine});
      create policy administrator on leave using ((select actor_administers()) and party_id = (select actor_party()));
      create policy system on leave for select using ((select actor_is_system()));
      create policy backup on leave for select to current_user
        using (coalesce(current_setting('luoshi.kind', true), '') = 'backup');
      grant select, insert, update (substitute_id, from_on, to_on, set_by_id, version), delete on leave to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table leave; alter table person drop constraint uq_person_party');
  }
}
