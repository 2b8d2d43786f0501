import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of exclusions are kept and stored as those of customers are. */
export class ImportExclusions1795463000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE base_import
        ADD kind text NOT NULL DEFAULT 'customers' CHECK (kind IN ('customers', 'exclusions')),
        ADD subject_name text,
        ADD defaults jsonb;
      COMMENT ON COLUMN base_import.defaults IS 'What holds for rows that do not say it themselves.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM base_import WHERE kind <> 'customers'");
    await runner.query('ALTER TABLE base_import DROP kind, DROP subject_name, DROP defaults');
  }
}
