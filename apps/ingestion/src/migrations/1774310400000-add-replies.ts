import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies by text message and telephone, and the spoken reason of an answer. */
export class AddReplies1774310400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE response ADD COLUMN recording jsonb;
      COMMENT ON COLUMN response.recording IS 'The spoken reason: { id, seconds }; the sound is kept by dispatch.';

      CREATE TABLE reply (
        id text PRIMARY KEY,
        invitation uuid NOT NULL,
        channel text NOT NULL,
        at timestamptz NOT NULL,
        outcome text NOT NULL,
        comment text,
        recording jsonb
      );
      CREATE INDEX reply_held ON reply (invitation) WHERE outcome = 'held';
      COMMENT ON TABLE reply IS 'What became of each reply, so that it counts once.';
      COMMENT ON COLUMN reply.comment IS 'Words that came before a score, until there is one.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reply; ALTER TABLE response DROP COLUMN recording');
  }
}
