import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that other systems post say who gave them, and what that person is in the firm, with their words. What was copied before comes with a rebuild of the facts. */
export class KnowWhoPosted1795640000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD words_role text');
    await runner.query(`COMMENT ON COLUMN answer.words_role IS 'What they are in the company that is the client, as the answer says it'`);
    await runner.query('CREATE INDEX person_customer ON person (customer) WHERE customer IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_customer');
    await runner.query('ALTER TABLE answer DROP words_role');
  }
}
