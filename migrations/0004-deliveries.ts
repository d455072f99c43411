import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes out: mails, the reminder ledger, reports. */
export class Deliveries1795190400004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id uuid not null,
        party_id uuid not null,
        person_id uuid not null,
        kind text not null,
        language text not null,
        to_name text not null,
        to_address text not null,
        subject text not null,
        html text not null,
        text text not null,
        state text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        constraint ck_mail_state check (state in ('outbox', 'queued', 'sending', 'sent', 'failed')),
        constraint pk_mail primary key (id),
        constraint fk_mail_party_id foreign key (party_id) references party(id),
        constraint fk_mail_person_id foreign key (person_id) references person(id)
      );
      create index ix_mail_party on mail (party_id, id);
      create index ix_mail_queued on mail (id) where state = 'queued';
      create table reminder (
        id uuid not null,
        mechanism_id uuid not null,
        measure_id uuid not null,
        party_id uuid not null,
        person_id uuid not null,
        due_on date not null,
        days_before integer not null,
        state text not null,
        mail_id uuid,
        created_at timestamptz not null,
        constraint uq_reminder_once unique (measure_id, person_id, due_on, days_before),
        constraint ck_reminder_state check (state in ('queued', 'sent', 'skipped')),
        constraint pk_reminder primary key (id),
        constraint fk_reminder_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_reminder_measure_id foreign key (measure_id) references measure(id),
        constraint fk_reminder_party_id foreign key (party_id) references party(id),
        constraint fk_reminder_person_id foreign key (person_id) references person(id),
        constraint fk_reminder_mail_id foreign key (mail_id) references mail(id)
      );
      create index ix_reminder_queued on reminder (id) where state = 'queued';
      create table report (
        id uuid not null,
        mechanism_id uuid not null,
        meeting_id uuid not null,
        party_id uuid not null,
        requested_by_id uuid not null,
        audience text not null,
        language text not null,
        state text not null,
        progress integer not null default 0,
        bytes integer,
        file_key text,
        error_code text,
        created_at timestamptz not null,
        ready_at timestamptz,
        constraint ck_report_audience check (audience in ('joint', 'side')),
        constraint ck_report_state check (state in ('queued', 'building', 'ready', 'failed')),
        constraint pk_report primary key (id),
        constraint fk_report_mechanism_id foreign key (mechanism_id) references mechanism(id),
        constraint fk_report_meeting_id foreign key (meeting_id) references meeting(id),
        constraint fk_report_party_id foreign key (party_id) references party(id),
        constraint fk_report_requested_by_id foreign key (requested_by_id) references person(id)
      );
      create index ix_report_party on report (party_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report; drop table reminder; drop table mail;`);
  }
}
