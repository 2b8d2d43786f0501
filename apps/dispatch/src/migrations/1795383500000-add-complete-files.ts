import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that name every customer: whoever is not among them has left. */
export class AddCompleteFiles1795383500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE base_import ADD complete boolean NOT NULL DEFAULT false, ADD gone integer NOT NULL DEFAULT 0');
    await runner.query("COMMENT ON COLUMN base_import.gone IS 'How many it did not name, and who therefore left.'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE base_import DROP complete, DROP gone');
  }
}
