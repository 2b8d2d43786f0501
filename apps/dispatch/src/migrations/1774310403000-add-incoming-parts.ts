import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long text messages come in parts, and a part that was acknowledged must survive a crash. */
export class AddIncomingParts1774310403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE incoming_part (
        provider text NOT NULL,
        address text NOT NULL,
        reference integer NOT NULL,
        total integer NOT NULL,
        number integer NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (provider, address, reference, total, number)
      );
      COMMENT ON TABLE incoming_part IS 'Parts of long text messages, until the message is whole or two minutes are over.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incoming_part');
  }
}
