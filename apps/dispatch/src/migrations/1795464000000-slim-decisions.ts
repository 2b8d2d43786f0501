import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions are found by person, whose id is as short for everybody; whoever asks by customer id looks up the person first. Erasing somebody and the coverage of accounts look
 * for a person too.
 */
export class SlimDecisions1795464000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX decision_of_person ON decision (person)');
    await runner.query('DROP INDEX decision_of_customer');
    await runner.query("COMMENT ON COLUMN decision.reason_detail IS 'Empty while it waits for its moment, which due_at says.'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX decision_of_customer ON decision (customer_id)');
    await runner.query('DROP INDEX decision_of_person');
    await runner.query('COMMENT ON COLUMN decision.reason_detail IS NULL');
  }
}
