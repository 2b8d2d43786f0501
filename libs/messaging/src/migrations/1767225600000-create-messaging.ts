import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of the outbox, the relay, the inbox and the dead letters, in the service's own schema. Rows that are updated all the time
 * leave room on their page, so that an update touches no index.
 */
export class CreateMessaging1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_stream (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        partition integer NOT NULL,
        generation text NOT NULL,
        next bigint NOT NULL DEFAULT 1,
        UNIQUE (topic, partition)
      ) WITH (fillfactor = 10);
      COMMENT ON COLUMN outbox_stream.next IS 'The number that the next record gets. Its row lock lasts to the commit, so numbers follow commits.';

      CREATE TABLE outbox (
        stream integer NOT NULL REFERENCES outbox_stream (id),
        number bigint NOT NULL,
        key text NOT NULL,
        headers text NOT NULL,
        payload text,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (stream, number)
      ) WITH (vacuum_truncate = false);

      CREATE TABLE outbox_relay (
        stream integer PRIMARY KEY REFERENCES outbox_stream (id),
        sent bigint NOT NULL DEFAULT 0
      ) WITH (fillfactor = 10);
      COMMENT ON COLUMN outbox_relay.sent IS 'The highest number that Kafka has acknowledged. Apart from outbox_stream, so that writers and the relay never wait for each other.';

      CREATE TABLE relay_lease (
        id integer PRIMARY KEY CHECK (id = 1),
        holder text NOT NULL,
        epoch bigint NOT NULL,
        until timestamptz NOT NULL
      ) WITH (fillfactor = 10);
      INSERT INTO relay_lease VALUES (1, '', 0, '-infinity');

      CREATE TABLE consumer_offset (
        consumer text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        next bigint NOT NULL,
        generation text,
        number bigint,
        PRIMARY KEY (consumer, topic, partition)
      ) WITH (fillfactor = 10);
      COMMENT ON TABLE consumer_offset IS 'How far each consumer is: moved by compare-and-set in the transaction that applies the batch.';

      CREATE TABLE dead_letter (
        id uuid PRIMARY KEY,
        consumer text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        "offset" bigint NOT NULL,
        published_at timestamptz NOT NULL,
        key bytea,
        headers jsonb NOT NULL,
        value bytea,
        kind text NOT NULL CHECK (kind IN ('malformed', 'failed')),
        reason text NOT NULL,
        failed_at timestamptz NOT NULL DEFAULT now(),
        replayed_at timestamptz
      );
      CREATE INDEX dead_letter_open ON dead_letter (failed_at, id) WHERE replayed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dead_letter, consumer_offset, relay_lease, outbox_relay, outbox, outbox_stream');
  }
}
