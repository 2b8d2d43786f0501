import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What erasing a customer's answers needs to find them, whom answers name, and the order in which people read them. */
export class EraseAndName1795382400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE correction DROP CONSTRAINT correction_kind_check, ADD CONSTRAINT correction_kind_check CHECK (kind IN ('amended', 'excluded', 'reinstated', 'erased'));

      CREATE TABLE known_customer (
        person uuid PRIMARY KEY,
        customer_id text NOT NULL,
        name text
      );
      CREATE TABLE known_staff (
        id text PRIMARY KEY,
        name text NOT NULL
      );
      COMMENT ON TABLE known_customer IS 'Copy of nps.person.v1: whose answers are to be erased with a person, and how they are called.';

      CREATE INDEX response_person ON response (person) WHERE person IS NOT NULL;
      CREATE INDEX response_customer ON response ((contact -> 'customer' ->> 'id')) WHERE contact IS NOT NULL;
      CREATE INDEX response_answered ON response (answered_at);
      CREATE INDEX link_person ON link (person);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX link_person, response_answered, response_customer, response_person;
      DROP TABLE known_staff, known_customer;
      DELETE FROM correction WHERE kind = 'erased';
      ALTER TABLE correction DROP CONSTRAINT correction_kind_check, ADD CONSTRAINT correction_kind_check CHECK (kind IN ('amended', 'excluded', 'reinstated'));
    `);
  }
}
