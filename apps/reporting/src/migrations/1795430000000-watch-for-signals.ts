import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C" NOT NULL';
const place = `programme ${key}, measure ${key}, touchpoint ${key}, unit ${key}, served_by ${key} DEFAULT ''`;

/** Signals with their history, what is remembered of each place watched, and notes on the time line: records of this service's own. */
export class WatchForSignals1795430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE signal (
      id uuid PRIMARY KEY, kind ${key}, ${place}, opened_at timestamptz NOT NULL, opened_day date NOT NULL, looked_at timestamptz NOT NULL,
      ended_at timestamptz, ended ${key.replace(' NOT NULL', '')}, raised jsonb NOT NULL, latest jsonb NOT NULL,
      acknowledged_by text, acknowledged_name text, acknowledged_at timestamptz, note text)`);
    await runner.query(`COMMENT ON COLUMN signal.served_by IS 'Of one person served by; empty: of the unit'`);
    await runner.query('CREATE UNIQUE INDEX signal_open ON signal (kind, programme, measure, touchpoint, unit, served_by) WHERE ended_at IS NULL');
    await runner.query('CREATE INDEX signal_time ON signal (opened_at DESC, id DESC)');
    await runner.query(`CREATE TABLE signal_history (
      signal uuid NOT NULL REFERENCES signal ON DELETE CASCADE, number int NOT NULL, what ${key}, at timestamptz NOT NULL, day date, by text, note text, figures jsonb,
      PRIMARY KEY (signal, number))`);
    await runner.query(`CREATE TABLE signal_watch (family ${key}, ${place}, state jsonb NOT NULL, signal uuid REFERENCES signal ON DELETE CASCADE,
      PRIMARY KEY (family, programme, measure, touchpoint, unit, served_by))`);
    await runner.query(`COMMENT ON TABLE signal_watch IS 'What has to be remembered between looks; a place of which nothing has been said has no row'`);
    await runner.query(`CREATE TABLE signal_run (family ${key} PRIMARY KEY, day date, seq bigint, finished_at timestamptz, took_ms int NOT NULL DEFAULT 0)`);
    await runner.query(`COMMENT ON TABLE signal_run IS 'Whoever holds the row looks; others pass by'`);
    await runner.query(`INSERT INTO signal_run (family) VALUES ('change'), ('attack'), ('unit-fairness'), ('person-fairness')`);
    await runner.query('CREATE INDEX answer_uninvited ON answer (answered_at) WHERE invitation IS NULL');
    await runner.query(`CREATE TABLE time_note (id uuid PRIMARY KEY, day date NOT NULL, text text NOT NULL, kind ${key}, unit text COLLATE "C", touchpoint text COLLATE "C", programme text COLLATE "C",
      by text NOT NULL, by_name text NOT NULL, changed_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query('CREATE INDEX time_note_day ON time_note (day, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE time_note, signal_run, signal_watch, signal_history, signal');
    await runner.query('DROP INDEX answer_uninvited');
  }
}
