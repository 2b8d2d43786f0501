import type { MigrationInterface, QueryRunner } from 'typeorm';

const POSITION = (name: string) => `${name}_next bigint NOT NULL, ${name}_generation text, ${name}_number bigint`;

/** What operators see and do when records were lost: where consumers stand still, what was accepted, and which topics were published again. */
export class CreateOperations1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consumer_stop (
        consumer text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('gap', 'generation', 'range')),
        reason text NOT NULL,
        ${POSITION('at')},
        ${POSITION('resume')},
        stopped_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, topic, partition)
      );
      COMMENT ON TABLE consumer_stop IS 'Where consumers refuse to go on. A row counts only while the stored offset is the one that it names.';

      CREATE TABLE consumer_acceptance (
        id uuid PRIMARY KEY,
        consumer text NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        kind text NOT NULL,
        found text NOT NULL,
        ${POSITION('at')},
        ${POSITION('resume')},
        reason text NOT NULL,
        accepted_by text NOT NULL,
        accepted_at timestamptz NOT NULL DEFAULT now()
      );

      ALTER TABLE outbox_stream ADD COLUMN retired_at timestamptz, DROP CONSTRAINT outbox_stream_topic_partition_key;
      CREATE UNIQUE INDEX outbox_stream_current ON outbox_stream (topic, partition) WHERE retired_at IS NULL;
      COMMENT ON COLUMN outbox_stream.retired_at IS 'Set when the topic was published again under a new generation, which is a new row.';

      CREATE TABLE republication (
        id uuid PRIMARY KEY,
        topic text NOT NULL,
        generation text NOT NULL,
        records bigint NOT NULL,
        reason text NOT NULL,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE republication, consumer_acceptance, consumer_stop;
      DROP INDEX outbox_stream_current;
      DELETE FROM outbox_relay WHERE stream IN (SELECT id FROM outbox_stream WHERE retired_at IS NOT NULL);
      DELETE FROM outbox_stream WHERE retired_at IS NOT NULL;
      ALTER TABLE outbox_stream DROP COLUMN retired_at, ADD UNIQUE (topic, partition);
    `);
  }
}
