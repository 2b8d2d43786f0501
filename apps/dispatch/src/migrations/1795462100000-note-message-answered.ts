import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which message won an answer. Of those that are there nobody knows. */
export class NoteMessageAnswered1795462100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation ADD answered_message smallint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation DROP answered_message');
  }
}
