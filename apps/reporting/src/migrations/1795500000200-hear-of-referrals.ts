import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Earned growth is what customers bring who stayed, and who came by a recommendation. */
export class HearOfReferrals1795500000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision ADD referred boolean');
    await runner.query(`COMMENT ON COLUMN decision.referred IS 'Whether the customer came by a recommendation; null: the interaction does not say'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision DROP referred');
  }
}
