import type { MigrationInterface, QueryRunner } from 'typeorm';

const actor = `
  -- The actor of this transaction, as the application set it; null where it set none, and then nothing is visible.
  -- Half an actor is none: without a person the other settings count for nothing.
  create function actor_person() returns uuid language sql stable as
    $$ select nullif(current_setting('luoshi.person', true), '')::uuid $$;
  create function actor_organisation() returns uuid language sql stable as
    $$ select case when actor_person() is not null then nullif(current_setting('luoshi.organisation', true), '')::uuid end $$;
  create function actor_party() returns uuid language sql stable as
    $$ select case when actor_person() is not null then nullif(current_setting('luoshi.party', true), '')::uuid end $$;
  -- The party whose private work the actor reads; null for observers and for pure administrators.
  create function actor_side() returns uuid language sql stable as
    $$ select case when actor_person() is not null then nullif(current_setting('luoshi.side', true), '')::uuid end $$;
  create function actor_administers() returns boolean language sql stable as
    $$ select actor_person() is not null and coalesce(current_setting('luoshi.kind', true), '') = 'administrator' $$;
  create function actor_is_system() returns boolean language sql stable as
    $$ select coalesce(current_setting('luoshi.kind', true), '') = 'system' $$;
  -- The mechanisms that the actor reads (the policy on \`mechanism\` itself decides), those in which the actor's side acts,
  -- and the governments known from them. Functions, not subqueries in each policy: a screen's query names twenty tables,
  -- and planning it with all their policies spelt out took four times as long.
  create function actor_reads() returns uuid[] language plpgsql stable as
    $$ begin return array(select id from public.mechanism where public.actor_person() is not null); end $$;
  create function actor_works() returns uuid[] language plpgsql stable as
    $$ begin return array(select id from public.mechanism where public.actor_side() in (left_party_id, right_party_id)); end $$;
  create function actor_knows() returns uuid[] language plpgsql stable as
    $$ begin return array(select public.actor_party() union select left_party_id from public.mechanism
      union select right_party_id from public.mechanism); end $$;
`;

const visible = `mechanism_id = any((select actor_reads())::uuid[])`;
const own = `mechanism_id = any((select actor_works())::uuid[])`;
const ownSide = `party_id = (select actor_side())`;

/** Read by both sides and the observers; written by the sides. */
const joint = [
  { table: 'meeting', writes: own },
  { table: 'source', writes: own },
  { table: 'area', writes: own },
  { table: 'signed_document', writes: own },
  { table: 'measure', writes: own },
  { table: 'cleared_update', writes: `${ownSide} and ${own}` },
  { table: 'disclosed_evidence', writes: `${ownSide} and ${own}` },
];

/** One side's own. */
const side = ['assignment', '"update"', 'evidence', 'reminder', 'report'];

const policies = [
  ...joint.flatMap(({ table, writes }) => [
    `create policy joint_read on ${table} for select using (${visible})`,
    `create policy joint_insert on ${table} for insert with check (${writes})`,
    `create policy joint_update on ${table} for update using (${writes})`,
  ]),
  ...side.map((table) => `create policy own_side on ${table} using (${ownSide} and ${own})`),

  // Adoption makes the tracks of both sides; after that each side writes its own.
  `create policy joint_read on track for select using (${visible})`,
  `create policy joint_insert on track for insert with check (${own})`,
  `create policy joint_update on track for update using (${ownSide} and ${own})`,

  // Proposed by one side, answered by the other.
  `create policy joint_read on due_date_change for select using (${visible})`,
  `create policy joint_insert on due_date_change for insert with check (${ownSide} and ${own})`,
  `create policy joint_update on due_date_change for update using (${own})`,

  // A mechanism is visible to its two parties and its observers.
  `create policy members on mechanism for select using (
     (select actor_side()) in (left_party_id, right_party_id)
     or id in (select mechanism_id from mechanism_observer where organisation_id = (select actor_organisation())))`,
  `create policy observer on mechanism_observer for select using (organisation_id = (select actor_organisation()))`,

  // A government and its offices are known to itself and to those it shares a mechanism with; its people to itself.
  `create policy counterpart on party for select using (id = any((select actor_knows())::uuid[]))`,
  `create policy counterpart on organisation for select using (party_id = any((select actor_knows())::uuid[]))`,
  `create policy own_side on person for select using (${ownSide} or id = (select actor_person()))`,
  `create policy own_row on person for update using (id = (select actor_person()))`,
  `create policy administrator on person using ((select actor_administers()) and party_id = (select actor_party()))`,
  `create policy own_rows on session using (person_id = (select actor_person()))`,

  // An import has no mechanism before its coordinator has chosen one.
  `create policy own_side on import using (${ownSide} and (mechanism_id is null or ${own}))`,
  // A mail is its side's, and its recipient's.
  `create policy own_side on mail using (${ownSide} or person_id = (select actor_person()))`,

  // Two ledgers' rows in one table: joint ones (no party) name no person, a side's own ones are its alone.
  ...['ledger', 'activity'].map(
    (table) =>
      `create policy read on ${table} for select using (
         (party_id is null and ${visible}) or (${ownSide} and ${own}))`,
  ),
  `create policy append on activity for insert with check (
     actor_party_id = (select actor_side()) and ${own}
     and (${ownSide} or (party_id is null and actor_person_id is null)))`,
  `create policy chain on ledger for update to current_user using ((party_id is null or ${ownSide}) and ${own})`,

  `create policy anyone on calendar_day for select using ((select actor_person()) is not null)`,
  `create policy administrator on calendar_day using ((select actor_administers()) or (select actor_is_system()))`,
  `create policy ask on pending_job for insert with check ((select actor_person()) is not null)`,
  `create policy done on pending_job using ((select actor_is_system()))`,

  // What the programs themselves may reach: to sign people in, to find what is due, to deliver. No update, no note,
  // no evidence, no activity.
  ...['person', 'session', 'reminder', 'mail'].map(
    (table) => `create policy system on ${table} using ((select actor_is_system()))`,
  ),
  ...['party', 'mechanism', 'measure', 'track', 'assignment'].map(
    (table) => `create policy system on ${table} for select using ((select actor_is_system()))`,
  ),
  // One that was not built yet, to say that it will not be.
  `create policy system on report using ((select actor_is_system()) and state <> 'ready')`,

  // The owner of the database, by the command line, sets up who takes part. It reads no content either.
  ...['party', 'organisation', 'person', 'mechanism', 'mechanism_observer', 'calendar_day'].map(
    (table) => `create policy owner on ${table} to current_user using (true) with check (true)`,
  ),
  `create policy owner on ledger for insert to current_user with check (last_sequence = 0 and last_hash = '')`,
];

/** What the runtime role may do at all; what is missing here is immutable. */
const grants: Record<string, string> = {
  'party, organisation, mechanism, mechanism_observer, ledger': 'select',
  person: 'select, insert, update',
  session: 'select, insert, delete',
  'meeting, source, area, signed_document, cleared_update, disclosed_evidence, activity': 'select, insert',
  measure: 'select, insert, update (due_on, status, awaiting_party_id, last_cleared_at)',
  track: 'select, insert, update (lead_id, supporting_ids, status, next_step, last_cleared_at)',
  'assignment, "update", import, report': 'select, insert, update',
  evidence: 'select, insert, update, delete',
  due_date_change: 'select, insert, update (state, answered_at, answer_reason, version)',
  mail: 'select, insert, update (state, sent_at)',
  reminder: 'select, insert, update (state, mail_id)',
  pending_job: 'select, insert, update (look_again_at), delete',
  calendar_day: 'select, insert, update, delete',
};

/** Row-level security, forced on every table: the last word on who sees what. */
export class RowLevelSecurity1795190400007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(actor);
    const tables = Object.keys(grants).flatMap((names) => names.split(', '));
    for (const table of tables) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security`,
      );
    }
    for (const policy of policies) await runner.query(policy);
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'luoshi_app') then create role luoshi_app nologin; end if;
      end $$;
      grant usage on schema public to luoshi_app`);
    for (const [names, rights] of Object.entries(grants)) {
      await runner.query(`grant ${rights} on ${names} to luoshi_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // The rights first: tables without policies must not be open to the runtime role for a moment.
    await runner.query(`revoke all on all tables in schema public from luoshi_app;
      revoke usage on schema public from luoshi_app`);
    const rows = (await runner.query(
      `select tablename, policyname from pg_policies where schemaname = 'public'`,
    )) as { tablename: string; policyname: string }[];
    for (const { tablename, policyname } of rows) {
      await runner.query(
        `drop policy ${policyname} on "${tablename}";
         alter table "${tablename}" disable row level security, no force row level security`,
      );
    }
    await runner.query(
      `drop function actor_reads, actor_works, actor_knows, actor_person, actor_organisation, actor_party, actor_side, actor_administers, actor_is_system`,
    );
  }
}
