import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that a committed change asked for; days that are not what their weekday says. */
export class JobsAndCalendar1795190400006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pending_job (
        id uuid not null,
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        look_again_at timestamptz not null,
        constraint pk_pending_job primary key (id)
      );
      create index ix_pending_job_look_again_at on pending_job (look_again_at);
      create table calendar_day (
        jurisdiction text not null,
        "on" date not null,
        kind text not null,
        name jsonb,
        source text not null,
        announced boolean not null,
        constraint ck_calendar_day_kind check (kind in ('holiday', 'workday')),
        constraint ck_calendar_day_jurisdiction check (jurisdiction in ('HK', 'CN')),
        constraint pk_calendar_day primary key (jurisdiction, "on")
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_day; drop table pending_job;`);
  }
}
