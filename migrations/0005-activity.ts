import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what: ledgers and their activities. */
export class ActivityLedgers1795190400005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger (
        id uuid not null,
        mechanism_id uuid not null,
        party_id uuid,
        last_sequence bigint not null default 0,
        last_hash text not null default '',
        constraint ck_ledger_sequence check (last_sequence >= 0),
        constraint pk_ledger primary key (id)
      );
      create unique index uq_ledger_joint on ledger (mechanism_id) where party_id is null;
      create unique index uq_ledger_side on ledger (mechanism_id, party_id) where party_id is not null;
      create table activity (
        id uuid not null,
        ledger_id uuid not null,
        sequence bigint not null,
        mechanism_id uuid not null,
        party_id uuid,
        actor_party_id uuid not null,
        actor_organisation_id uuid not null,
        actor_person_id uuid,
        verb text not null,
        meeting_id uuid,
        measure_id uuid,
        subject_id uuid not null,
        changes jsonb not null,
        at timestamptz not null,
        previous_hash text not null,
        hash text not null,
        constraint uq_activity_sequence unique (ledger_id, sequence),
        constraint pk_activity primary key (id),
        constraint fk_activity_ledger_id foreign key (ledger_id) references ledger(id)
      );
      create index ix_activity_measure on activity (measure_id, id);
      create index ix_activity_subject on activity (subject_id);
      create index ix_activity_mechanism on activity (mechanism_id, id);
      create index ix_activity_meeting on activity (meeting_id, id);

      -- What a row's hash covers, in one canonical form (jsonb orders its keys), so that anyone can reckon it again.
      create function activity_digest(entry activity) returns text language sql immutable as $$
        select encode(sha256(convert_to(entry.previous_hash || jsonb_build_object(
          'id', entry.id, 'sequence', entry.sequence, 'mechanism', entry.mechanism_id, 'party', entry.party_id,
          'actorParty', entry.actor_party_id, 'actorOrganisation', entry.actor_organisation_id,
          'actorPerson', entry.actor_person_id, 'verb', entry.verb, 'meeting', entry.meeting_id, 'measure', entry.measure_id,
          'subject', entry.subject_id, 'changes', entry.changes, 'at', extract(epoch from entry.at))::text, 'UTF8')), 'hex')
      $$;

      -- The head of the chain moves in the database, as its owner: the runtime role cannot write a ledger, only add to it.
      -- pg_temp is named, and last, so that a temporary table called ledger is not what the owner then reads.
      create function activity_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          head ledger;
        begin
          select * into head from ledger
            where mechanism_id = new.mechanism_id and party_id is not distinct from new.party_id for update;
          if not found then
            raise exception 'no ledger for mechanism %', new.mechanism_id using errcode = 'foreign_key_violation';
          end if;
          new.ledger_id := head.id;
          new.sequence := head.last_sequence + 1;
          new.previous_hash := head.last_hash;
          new.hash := activity_digest(new);
          update ledger set last_sequence = new.sequence, last_hash = new.hash where id = head.id;
          return new;
        end
      $$;
      create trigger activity_chain before insert on activity for each row execute function activity_chain();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity cascade; drop function activity_chain; drop table ledger;`);
  }
}
