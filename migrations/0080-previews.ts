import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;

/** What can be looked at of a file without opening it: made by the worker, read by whoever may read the file. */
export class Previews1795190400080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_preview (
        revision_id uuid not null,
        mechanism_id uuid not null,
        party_id uuid not null,
        media_type text,
        page_count integer not null,
        pages jsonb not null,
        file_key text,
        constraint ck_evidence_preview_drawn check (num_nonnulls(media_type, file_key) = case when jsonb_array_length(pages) > 0 then 2 else 0 end),
        constraint pk_evidence_preview primary key (revision_id),
        constraint fk_evidence_preview_revision_id foreign key (revision_id) references evidence_revision(id) on delete cascade,
        constraint fk_evidence_preview_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_evidence_preview_party_id foreign key (party_id) references party(id)
      );
      alter table evidence_preview enable row level security;
      alter table evidence_preview force row level security;
      create policy own_side on evidence_preview using (${ownSide} and ${own});
      -- For as long as the file itself is disclosed: the policy on disclosed_evidence says to whom.
      create policy disclosed on evidence_preview for select using (
        exists (select from disclosed_evidence d where d.id = revision_id and d.file_key is not null));
      create policy backup on evidence_preview for select to current_user
        using (coalesce(current_setting('luoshi.kind', true), '') = 'backup');
      grant select, insert, delete on evidence_preview to luoshi_app;

      -- Files that are there already get theirs; the owner reads and writes for all sides here alone.
      alter table evidence_revision no force row level security;
      alter table pending_job no force row level security;
      insert into pending_job (id, name, payload, created_at, look_again_at)
        select gen_random_uuid(), 'make-preview', jsonb_build_object('id', id, 'partyId', party_id,
          'organisationId', organisation_id, 'personId', uploaded_by_id), now(), now()
        from evidence_revision where state = 'available' and file_key is not null;
      alter table evidence_revision force row level security;
      alter table pending_job force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table evidence_preview; delete from pending_job where name = 'make-preview';`);
  }
}
