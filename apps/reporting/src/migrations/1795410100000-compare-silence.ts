import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = (kinds: string): string => `ALTER TABLE norm DROP CONSTRAINT norm_kind_check, ADD CONSTRAINT norm_kind_check CHECK (kind IN (${kinds}))`;

/** From invitations to their answers, and the response rate that a channel should reach. */
export class CompareSilence1795410100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX answer_invitation ON answer (invitation) WHERE invitation IS NOT NULL');
    await runner.query(KINDS(`'bands', 'industries', 'companies', 'responseRates'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM norm WHERE kind = 'responseRates'`);
    await runner.query(KINDS(`'bands', 'industries', 'companies'`));
    await runner.query('DROP INDEX answer_invitation');
  }
}
