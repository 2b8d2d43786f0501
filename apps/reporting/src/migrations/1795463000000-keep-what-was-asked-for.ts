import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which measure an invitation counts. Those of earlier releases do not say, and count under nps. */
export class KeepWhatWasAskedFor1795463000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE invitation ADD measure text NOT NULL DEFAULT 'nps'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation DROP measure');
  }
}
