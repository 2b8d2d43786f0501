import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what an answer was counted when it was recorded: it is taken back from the same figures. Those that are there were counted by nothing more. */
export class FreezeCuts1795440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response ADD cuts text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP cuts');
  }
}
