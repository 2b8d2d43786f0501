import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operators give messages no names: a repeated one is known by its words. */
export class RememberLastWords1774310404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE incoming_text ADD COLUMN words text;
      COMMENT ON COLUMN incoming_text.words IS 'Where the provider names no messages: hash of a number''s last one.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE incoming_text DROP COLUMN words');
  }
}
