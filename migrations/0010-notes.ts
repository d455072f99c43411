import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;
/** A note is its side's; one for the author's office alone is that office's and nobody else's. */
const readers = `${ownSide} and ${own} and (not office_only or organisation_id = (select actor_organisation()))`;
const author = `author_id = (select actor_person())`;

/** What people of one side write to each other about a measure, and whom they name in it. */
export class Notes1795190400010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table note (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        author_id uuid not null,
        office_only boolean not null,
        text text not null,
        created_at timestamptz not null,
        edited_at timestamptz,
        version integer not null default 1,
        constraint pk_note primary key (id),
        constraint fk_note_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_note_measure_id foreign key (measure_id) references measure(id),
        constraint fk_note_party_id foreign key (party_id) references party(id),
        constraint fk_note_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_note_author_id foreign key (author_id) references person(id)
      );
      create index ix_note_measure on note (measure_id, party_id);
      create table mention (
        id uuid not null,
        mechanism_id uuid not null,
        party_id uuid not null,
        organisation_id uuid not null,
        office_only boolean not null,
        note_id uuid not null,
        author_id uuid not null,
        person_id uuid not null,
        seen_at timestamptz,
        mail_id uuid,
        constraint uq_mention_person unique (note_id, person_id),
        constraint pk_mention primary key (id),
        constraint fk_mention_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_mention_party_id foreign key (party_id) references party(id),
        constraint fk_mention_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_mention_note_id foreign key (note_id) references note(id) on delete cascade,
        constraint fk_mention_author_id foreign key (author_id) references person(id),
        constraint fk_mention_person_id foreign key (person_id) references person(id),
        constraint fk_mention_mail_id foreign key (mail_id) references mail(id)
      );
      create index ix_mention_unseen on mention (person_id) where seen_at is null;

      alter table note enable row level security;
      alter table note force row level security;
      create policy readers on note for select using (${readers});
      create policy author_insert on note for insert
        with check (${readers} and ${author} and organisation_id = (select actor_organisation()));
      create policy author_update on note for update using (${readers} and ${author});
      create policy author_delete on note for delete using (${readers} and ${author});
      grant select, insert, update (text, edited_at, version), delete on note to luoshi_app;

      -- Named by the note's author; what becomes of it is the business of whoever is named.
      alter table mention enable row level security;
      alter table mention force row level security;
      create policy readers on mention for select using (${readers});
      create policy author_insert on mention for insert with check (${readers} and ${author});
      create policy author_delete on mention for delete using (${readers} and ${author});
      create policy named on mention for update using (${readers} and person_id = (select actor_person()));
      grant select, insert, update (seen_at, mail_id), delete on mention to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mention; drop table note');
  }
}
