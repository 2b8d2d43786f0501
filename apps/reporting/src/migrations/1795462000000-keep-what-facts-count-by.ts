import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what each answer and invitation is counted. Rows of an earlier release do not say (null) until they change or are copied anew; none at all is an empty list. */
export class KeepWhatFactsCountBy1795462000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD cuts text[]');
    await runner.query('ALTER TABLE invitation ADD cuts text[], ADD survey int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation DROP survey, DROP cuts');
    await runner.query('ALTER TABLE answer DROP cuts');
  }
}
