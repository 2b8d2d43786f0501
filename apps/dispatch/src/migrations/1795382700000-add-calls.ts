import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was heard of each call, and the reasons that were spoken in them. */
export class AddCalls1795382700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call (
        provider_id text PRIMARY KEY,
        invitation uuid NOT NULL REFERENCES invitation (id),
        stage text NOT NULL CHECK (stage IN ('under-way', 'machine', 'picked-up', 'over')),
        ending text,
        score integer,
        began_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      COMMENT ON COLUMN call.provider_id IS 'Made known by the first that the provider tells of it, which may be before the sending is noted.';
      COMMENT ON COLUMN call.score IS 'What was pressed last.';
      CREATE INDEX call_of_invitation ON call (invitation, began_at);

      CREATE TABLE recording (
        id uuid PRIMARY KEY,
        provider_id text NOT NULL UNIQUE,
        invitation uuid NOT NULL REFERENCES invitation (id),
        unit text NOT NULL,
        response text,
        seconds integer NOT NULL,
        spoken_at timestamptz NOT NULL,
        audio bytea,
        content_type text,
        stored_at timestamptz,
        next_attempt_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_error text
      );
      COMMENT ON COLUMN recording.response IS 'The answer that it belongs to, once that has been told: it is erased with it.';
      COMMENT ON COLUMN recording.next_attempt_at IS 'Null once it is here, or was given up.';
      CREATE INDEX recording_due ON recording (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
      CREATE INDEX recording_of_response ON recording (response) WHERE response IS NOT NULL;
      CREATE INDEX recording_of_invitation ON recording (invitation);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recording, call');
  }
}
