import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person began to use the page of an invitation. */
export class NoteStarts1795383300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE link ADD started_at timestamptz;
      COMMENT ON COLUMN link.started_at IS 'The first touch or key on its page: told once.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE link DROP started_at');
  }
}
