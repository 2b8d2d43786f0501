import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When calls may be made. Programmes that are there said nothing of it, and still do. */
export class AddCallHours1795461000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme ADD call_hours jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme DROP call_hours');
  }
}
