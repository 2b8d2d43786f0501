import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The weights of touchpoints through time. Null: not told yet, and then the one weight that is known has held since ever. */
export class KeepWeights1795390700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE touchpoint ADD weights jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE touchpoint DROP weights');
  }
}
