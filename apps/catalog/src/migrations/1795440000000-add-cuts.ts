import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a programme keeps its figures. Those that are there declared nothing. */
export class AddCuts1795440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE programme ADD cuts text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme DROP cuts');
  }
}
