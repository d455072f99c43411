import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mechanism's lights are measured by is the two sides' to set, and known by its version. */
export class Thresholds1795190400050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mechanism add column version integer not null default 1,
        add constraint ck_mechanism_warning_days check (warning_days between 1 and 365),
        add constraint ck_mechanism_freshness_days check (freshness_days between 1 and 1000);
      grant update (warning_days, freshness_days, version) on mechanism to luoshi_app;
      create policy sides on mechanism for update
        using ((select actor_side()) in (left_party_id, right_party_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy sides on mechanism;
      revoke update (warning_days, freshness_days, version) on mechanism from luoshi_app;
      alter table mechanism drop column version, drop constraint ck_mechanism_warning_days,
        drop constraint ck_mechanism_freshness_days;
    `);
  }
}
