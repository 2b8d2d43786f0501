import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reason may have been spoken: where it can be heard. */
export class HearRecordings1795382800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_words ADD COLUMN recording jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_words DROP COLUMN recording');
  }
}
