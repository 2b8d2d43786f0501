import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who belongs to the customer base, and the files that say so. */
export class AddCustomerBase1795383200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE base_member (
        person uuid PRIMARY KEY REFERENCES person (id),
        unit text NOT NULL,
        value double precision,
        currency text,
        left_at timestamptz,
        said_at timestamptz NOT NULL
      );
      COMMENT ON TABLE base_member IS 'Contacts, segment and account are facts of the person.';
      COMMENT ON COLUMN base_member.left_at IS 'From when they are no customer any more.';
      COMMENT ON COLUMN base_member.said_at IS 'When it was true: of two statements the later holds.';
      CREATE INDEX base_member_unit ON base_member (unit);
      CREATE INDEX person_account ON person ((facts #>> '{account,value,id}')) WHERE facts ? 'account';

      CREATE TABLE base_import (
        id uuid PRIMARY KEY,
        subject text NOT NULL,
        units text[],
        media_type text NOT NULL,
        as_of timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        finished_at timestamptz,
        status text NOT NULL DEFAULT 'receiving' CHECK (status IN ('receiving', 'running', 'done', 'failed')),
        lease_until timestamptz,
        bytes bigint NOT NULL DEFAULT 0,
        lines integer NOT NULL DEFAULT 0,
        row_count integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN base_import.units IS 'Roots of what whoever sent it may write to; null: everything.';
      COMMENT ON COLUMN base_import.row_count IS 'Rows that are done; whoever goes on begins behind them.';
      CREATE INDEX base_import_open ON base_import (id) WHERE status IN ('receiving', 'running');

      CREATE TABLE base_import_chunk (
        import uuid NOT NULL REFERENCES base_import (id) ON DELETE CASCADE,
        number integer NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (import, number)
      );
      COMMENT ON TABLE base_import_chunk IS 'The file, until it is done: whoever takes over after a crash finds it here.';

      CREATE TABLE base_import_error (
        import uuid NOT NULL REFERENCES base_import (id) ON DELETE CASCADE,
        number integer NOT NULL,
        line integer NOT NULL,
        field text NOT NULL,
        message text NOT NULL,
        PRIMARY KEY (import, number)
      );
      COMMENT ON TABLE base_import_error IS 'Names fields, and repeats nothing of what stood in them.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE base_import_error, base_import_chunk, base_import, base_member; DROP INDEX person_account');
  }
}
