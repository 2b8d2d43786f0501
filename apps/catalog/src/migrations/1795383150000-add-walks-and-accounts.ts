import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a relationship programme walks its base, and whom it asks of an account. Programmes that are there said nothing of it, and still do. */
export class AddWalksAndAccounts1795383150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme ADD walk jsonb, ADD accounts jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme DROP walk, DROP accounts');
  }
}
