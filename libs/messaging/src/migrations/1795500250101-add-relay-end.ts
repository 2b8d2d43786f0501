import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where Kafka ended when this database last had something acknowledged: what lies beyond is looked at before anything else is published. */
export class AddRelayEnd1795500250101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_relay ADD COLUMN kafka_end bigint;
      COMMENT ON COLUMN outbox_relay.kafka_end IS 'The offset after the record that carries the number in sent; null until one was sent.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_relay DROP COLUMN kafka_end');
  }
}
