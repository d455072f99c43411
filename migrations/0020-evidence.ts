import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;

/**
 * Evidence has revisions, hangs on an update, a measure or a signed document, and is disclosed revision by revision.
 * The owner of the tables is bound by row-level security too, so it is lifted where rows move.
 */
export class Evidence1795190400020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_revision (
        id uuid not null,
        mechanism_id uuid not null,
        party_id uuid not null,
        evidence_id uuid not null,
        ordinal integer not null,
        state text not null,
        reason text,
        url text,
        given_name text,
        file_name text,
        media_type text,
        bytes bigint,
        sha256 text,
        file_key text,
        scanned boolean not null default false,
        organisation_id uuid not null,
        uploaded_by_id uuid not null,
        uploaded_at timestamptz not null,
        constraint uq_evidence_revision_ordinal unique (evidence_id, ordinal),
        constraint ck_evidence_revision_state check (state in ('uploading', 'scanning', 'available', 'infected', 'rejected')),
        constraint ck_evidence_revision_content check ((url is null) = (file_name is not null and bytes is not null)),
        constraint ck_evidence_revision_whole check (state <> 'available' or url is not null or (file_key is not null and sha256 is not null)),
        constraint pk_evidence_revision primary key (id),
        constraint fk_evidence_revision_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_evidence_revision_party_id foreign key (party_id) references party(id),
        constraint fk_evidence_revision_evidence_id foreign key (evidence_id) references evidence(id),
        constraint fk_evidence_revision_organisation_id foreign key (organisation_id) references organisation(id),
        constraint fk_evidence_revision_uploaded_by_id foreign key (uploaded_by_id) references person(id)
      );
      alter table evidence no force row level security;
      alter table disclosed_evidence no force row level security;
      alter table "update" no force row level security;

      insert into evidence_revision (id, mechanism_id, party_id, evidence_id, ordinal, state, given_name, file_name,
          media_type, bytes, sha256, file_key, scanned, organisation_id, uploaded_by_id, uploaded_at)
        select e.id, e.mechanism_id, e.party_id, e.id, 1, e.state, e.file_name, e.file_name, e.media_type, e.bytes,
          e.sha256, e.file_key, e.scanned, u.organisation_id, e.uploaded_by_id, e.uploaded_at
        from evidence e join "update" u on u.id = e.update_id;

      alter table evidence
        add column organisation_id uuid,
        add column signed_document_id uuid,
        add column kind text,
        add column document_on date,
        add column expires_on date,
        add column version integer not null default 1,
        alter column update_id drop not null,
        alter column measure_id drop not null;
      alter table evidence rename column uploaded_by_id to created_by_id;
      alter table evidence rename column uploaded_at to created_at;
      alter table evidence rename constraint fk_evidence_uploaded_by_id to fk_evidence_created_by_id;
      update evidence e set kind = 'other', organisation_id = u.organisation_id from "update" u where u.id = e.update_id;
      alter table evidence
        drop column file_name, drop column media_type, drop column bytes, drop column sha256, drop column file_key,
        drop column state, drop column scanned,
        alter column organisation_id set not null,
        alter column kind set not null,
        add constraint ck_evidence_kind check (kind in ('signed_document', 'report', 'photo', 'video', 'data', 'link', 'other')),
        add constraint ck_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1 and (update_id is null or measure_id is not null)),
        add constraint fk_evidence_organisation_id foreign key (organisation_id) references organisation(id),
        add constraint fk_evidence_signed_document_id foreign key (signed_document_id) references signed_document(id);
      create index ix_evidence_measure on evidence (measure_id);
      create index ix_evidence_signed_document on evidence (signed_document_id) where signed_document_id is not null;

      alter table disclosed_evidence
        add column evidence_id uuid,
        add column signed_document_id uuid,
        add column kind text,
        add column document_on date,
        add column expires_on date,
        add column url text,
        add column scanned boolean not null default false,
        add column taken_back_at timestamptz,
        add column taken_back_by_id uuid,
        add column taken_back_reason text,
        alter column bytes type bigint,
        alter column measure_id drop not null,
        alter column cleared_update_id drop not null,
        alter column file_name drop not null,
        alter column media_type drop not null,
        alter column bytes drop not null,
        alter column sha256 drop not null,
        alter column file_key drop not null;
      update disclosed_evidence set evidence_id = id, kind = 'other';
      alter table disclosed_evidence
        alter column evidence_id set not null,
        alter column kind set not null,
        add constraint ck_disclosed_evidence_kind check (kind in ('signed_document', 'report', 'photo', 'video', 'data', 'link', 'other')),
        add constraint ck_disclosed_evidence_place check (num_nonnulls(measure_id, signed_document_id) = 1 and (cleared_update_id is null or measure_id is not null)),
        -- What was taken back can be reached no more: neither its file nor its address is in the joint record.
        add constraint ck_disclosed_evidence_tombstone check (num_nonnulls(url, file_key) = case when taken_back_at is null then 1 else 0 end
          and num_nonnulls(taken_back_at, taken_back_by_id, taken_back_reason) in (0, 3)),
        add constraint fk_disclosed_evidence_signed_document_id foreign key (signed_document_id) references signed_document(id),
        add constraint fk_disclosed_evidence_taken_back_by_id foreign key (taken_back_by_id) references organisation(id);
      create index ix_disclosed_evidence_measure on disclosed_evidence (measure_id);
      create index ix_disclosed_evidence_signed_document on disclosed_evidence (signed_document_id) where signed_document_id is not null;

      alter table evidence force row level security;
      alter table disclosed_evidence force row level security;
      alter table "update" force row level security;

      -- The same file offered again, and how much a side has; both within one side.
      create index ix_evidence_revision_sha256 on evidence_revision (party_id, sha256);
      create index ix_evidence_revision_pending on evidence_revision (state, uploaded_at) where state in ('uploading', 'scanning');
      alter table evidence_revision enable row level security;
      alter table evidence_revision force row level security;
      create policy own_side on evidence_revision using (${ownSide} and ${own});
      -- The programs see what is on its way, to scan or sweep it, and nothing of what has arrived.
      create policy system on evidence_revision for select using ((select actor_is_system()) and state in ('uploading', 'scanning'));
      grant select, insert, delete, update (state, reason, media_type, sha256, file_key, scanned) on evidence_revision to luoshi_app;

      -- Append-only, but for what is taken back: once, and by the side that disclosed it.
      drop policy joint_update on disclosed_evidence;
      create policy joint_update on disclosed_evidence for update using (${ownSide} and ${own} and taken_back_at is null)
        with check (${ownSide} and ${own});
      grant update (url, file_key, taken_back_at, taken_back_by_id, taken_back_reason) on disclosed_evidence to luoshi_app;
      revoke update on evidence from luoshi_app;
      grant update (title, kind, document_on, expires_on, version) on evidence to luoshi_app;
    `);
  }

  /** Of each piece of evidence on an update its newest file goes back; what had no place before is dropped. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evidence no force row level security;
      alter table disclosed_evidence no force row level security;
      alter table evidence_revision no force row level security;

      revoke update on disclosed_evidence from luoshi_app;
      drop policy joint_update on disclosed_evidence;
      create policy joint_update on disclosed_evidence for update using (${ownSide} and ${own});
      alter table disclosed_evidence
        drop constraint ck_disclosed_evidence_tombstone,
        drop constraint ck_disclosed_evidence_place,
        drop column evidence_id, drop column kind, drop column document_on, drop column expires_on,
        drop column url, drop column scanned, drop column taken_back_at, drop column taken_back_by_id, drop column taken_back_reason;
      delete from disclosed_evidence where cleared_update_id is null or file_key is null;
      alter table disclosed_evidence
        drop column signed_document_id,
        alter column bytes type integer,
        alter column measure_id set not null,
        alter column cleared_update_id set not null,
        alter column file_name set not null,
        alter column media_type set not null,
        alter column bytes set not null,
        alter column sha256 set not null,
        alter column file_key set not null;
      drop index ix_disclosed_evidence_measure;

      alter table evidence
        drop constraint ck_evidence_kind,
        drop constraint ck_evidence_place,
        add column file_name text, add column media_type text, add column bytes integer, add column sha256 text,
        add column file_key text, add column state text, add column scanned boolean not null default false;
      update evidence e set file_name = r.file_name, media_type = r.media_type, bytes = r.bytes, sha256 = r.sha256,
          file_key = r.file_key, state = r.state, scanned = r.scanned
        from (select distinct on (evidence_id) * from evidence_revision where state = 'available' and file_key is not null
          order by evidence_id, ordinal desc) r
        where r.evidence_id = e.id;
      drop table evidence_revision;
      delete from evidence where update_id is null or file_key is null;
      alter table evidence
        drop column organisation_id, drop column signed_document_id, drop column kind, drop column document_on,
        drop column expires_on, drop column version,
        alter column update_id set not null,
        alter column measure_id set not null,
        alter column file_name set not null,
        alter column media_type set not null,
        alter column bytes set not null,
        alter column sha256 set not null,
        alter column file_key set not null,
        alter column state set not null,
        add constraint ck_evidence_state check (state in ('uploading', 'scanning', 'available', 'infected', 'rejected'));
      drop index ix_evidence_measure;
      alter table evidence rename constraint fk_evidence_created_by_id to fk_evidence_uploaded_by_id;
      alter table evidence rename column created_by_id to uploaded_by_id;
      alter table evidence rename column created_at to uploaded_at;
      grant update on evidence to luoshi_app;

      alter table evidence force row level security;
      alter table disclosed_evidence force row level security;
    `);
  }
}
