import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers, the links they may come by, and who corrected what. */
export class CreateIngestion1767225601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE response (
        id text PRIMARY KEY,
        revision integer NOT NULL,
        state text NOT NULL CHECK (state IN ('counted', 'excluded', 'erased')),
        change bigint NOT NULL,
        fingerprint text,
        programme text NOT NULL,
        touchpoint text NOT NULL,
        unit text NOT NULL,
        path text[] NOT NULL,
        day date NOT NULL,
        hour smallint NOT NULL,
        channel text NOT NULL,
        measure text NOT NULL,
        score smallint NOT NULL,
        discourage smallint,
        served_by text,
        product text,
        segment text,
        account text,
        language text,
        survey integer,
        selection jsonb,
        attributes jsonb,
        comment text,
        contact jsonb,
        contact_allowed boolean,
        name_allowed boolean,
        invitation uuid,
        person uuid,
        locked_at timestamptz,
        reason text,
        answered_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      ) WITH (fillfactor = 90);
      CREATE UNIQUE INDEX response_change ON response (change);
      CREATE UNIQUE INDEX response_invitation ON response (invitation) WHERE invitation IS NOT NULL;
      COMMENT ON COLUMN response.change IS 'From change_clock: in the order of commits, so that a reader who goes on from the last one it saw misses nothing.';
      COMMENT ON COLUMN response.fingerprint IS 'SHA-256 of the content as it was first posted; null for answers that came by a link.';
      COMMENT ON COLUMN response.path IS 'Root to unit when the answer was given; never moved.';
      COMMENT ON COLUMN response.contact IS 'Personal: { customer, servedBy, account } as they came with the answer.';

      CREATE TABLE change_clock (id smallint PRIMARY KEY CHECK (id = 1), last bigint NOT NULL) WITH (fillfactor = 10);
      INSERT INTO change_clock VALUES (1, 0);
      COMMENT ON TABLE change_clock IS 'One row that every writer of answers holds to its commit: its numbers follow commits, which those of a sequence do not.';

      CREATE TABLE correction (
        response text NOT NULL,
        revision integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('amended', 'excluded', 'reinstated')),
        by text NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (response, revision)
      );
      COMMENT ON COLUMN correction.by IS 'Subject of the key or person that corrected.';

      CREATE TABLE link (
        token_hash text PRIMARY KEY,
        invitation uuid NOT NULL UNIQUE,
        person uuid NOT NULL,
        channel text NOT NULL,
        language text NOT NULL,
        programme text NOT NULL,
        touchpoint text NOT NULL,
        unit text NOT NULL,
        path text[] NOT NULL,
        time_zone text NOT NULL,
        served_by text,
        product text,
        segment text,
        account text,
        survey integer NOT NULL,
        selection jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      COMMENT ON TABLE link IS 'Invitations whose link may be used. The token itself is nowhere: only its SHA-256.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE link, correction, change_clock, response');
  }
}
