import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which of its invitation's messages an answer came. Of those that are there nobody knows. */
export class NoteMessage1795462000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response ADD message smallint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP message');
  }
}
