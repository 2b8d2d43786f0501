import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A customer who asked to be forgotten leaves rows that name nobody, and a note that keeps older news of them out. */
export class EraseCustomers1795382500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ALTER COLUMN customer_id DROP NOT NULL;
      ALTER TABLE decision ALTER COLUMN customer_id DROP NOT NULL;
      COMMENT ON COLUMN person.customer_id IS 'Null once the customer was erased: what refers to the row names nobody then.';
      COMMENT ON COLUMN decision.content_hash IS 'Empty once the customer was erased: anything under this identity is taken for the same then.';

      CREATE TABLE erasure (
        customer_hash bytea PRIMARY KEY,
        erased_at timestamptz NOT NULL,
        by text NOT NULL
      );
      COMMENT ON COLUMN erasure.customer_hash IS 'SHA-256 of the customer id: enough to know it again when it is told, and no list of names.';
      COMMENT ON COLUMN erasure.by IS 'Subject of the key or person that erased.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE erasure;
      UPDATE decision SET customer_id = '' WHERE customer_id IS NULL;
      UPDATE person SET customer_id = id::text WHERE customer_id IS NULL;
      ALTER TABLE decision ALTER COLUMN customer_id SET NOT NULL;
      ALTER TABLE person ALTER COLUMN customer_id SET NOT NULL;
    `);
  }
}
