import type { MigrationInterface, QueryRunner } from 'typeorm';

/** My work asks for a side's infected files, of which there are hardly any among very many. */
export class Infected1795190400082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_evidence_revision_infected on evidence_revision (party_id) where state = 'infected'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_evidence_revision_infected');
  }
}
