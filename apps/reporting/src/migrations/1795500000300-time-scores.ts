import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long answers take to be in the figures. */
export class TimeScores1795500000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD scored_at timestamptz');
    await runner.query(`COMMENT ON COLUMN answer.scored_at IS 'When the figures here held it, as one instance saw it; null: nobody timed it'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer DROP scored_at');
  }
}
