import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import keeps the day its text was published, and what its coordinator decided beside the draft. */
export class ImportDecisions1795190400065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import add published_on date, add decisions jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import drop published_on, drop decisions');
  }
}
