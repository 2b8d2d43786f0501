import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts that say that a recipient calls the message spam. */
export class AddComplaints1795383000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery_receipt ADD COLUMN complained boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery_receipt DROP COLUMN complained');
  }
}
