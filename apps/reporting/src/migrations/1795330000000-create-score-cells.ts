import type { MigrationInterface, QueryRunner } from 'typeorm';

const counts = [
  ...Array.from({ length: 11 }, (_, score) => `c${score}`), 'discouraging', 'false_detractors',
  'invited', 'delivered', 'bounced', 'answered', 'matured_delivered', 'matured_answered',
].map((column) => `${column} int NOT NULL`).join(', ');

/** Keys compare by bytes: they are ASCII, and a locale's order costs several times as much. */
const key = 'text COLLATE "C" NOT NULL';

/** Room on every page, so that a changed row stays on its page and no index has to follow. */
const hot = 'WITH (fillfactor = 80)';

/** The cells as scoring publishes them, and what reports read: the same counts summed over the cells' sources. */
export class CreateScoreCells1795330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cell (
      day date NOT NULL, unit ${key}, touchpoint ${key}, programme ${key}, measure ${key}, hour smallint NOT NULL, source ${key},
      version bigint NOT NULL, as_of timestamptz NOT NULL, ${counts},
      PRIMARY KEY (day, unit, touchpoint, programme, measure, hour, source)) ${hot}`);
    await runner.query(`COMMENT ON COLUMN cell.hour IS '-1: the unit with its descendants on the whole day; 0 to 23: the unit''s own answers in that hour'`);
    await runner.query(`CREATE TABLE score_day (
      programme ${key}, measure ${key}, unit ${key}, touchpoint ${key}, day date NOT NULL, ${counts},
      PRIMARY KEY (programme, measure, unit, touchpoint, day)) ${hot}`);
    await runner.query(`CREATE TABLE own_score_day (
      programme ${key}, measure ${key}, unit ${key}, day date NOT NULL, touchpoint ${key}, ${counts},
      PRIMARY KEY (programme, measure, unit, day, touchpoint)) ${hot}`);
    await runner.query(`COMMENT ON TABLE score_day IS 'A unit with its descendants, as the tree was; unit * and touchpoint * are the sums over all of them'`);
    await runner.query(`COMMENT ON TABLE own_score_day IS 'The unit''s own answers only: rows add up'`);
    await runner.query(`CREATE TABLE own_score_hour (
      programme ${key}, measure ${key}, unit ${key}, day date NOT NULL, touchpoint ${key}, hour smallint NOT NULL, ${counts},
      PRIMARY KEY (programme, measure, unit, day, touchpoint, hour)) ${hot}`);
    await runner.query(`CREATE TABLE score_clock (id boolean PRIMARY KEY DEFAULT true CHECK (id), seq bigint NOT NULL, as_of timestamptz)`);
    await runner.query(`COMMENT ON TABLE score_clock IS 'Numbers the changes; its lock is held to the commit, so that numbers follow commits'`);
    await runner.query('INSERT INTO score_clock (seq) VALUES (0)');
    await runner.query(`CREATE TABLE score_change (
      programme ${key}, measure ${key}, touchpoint ${key}, unit ${key}, seq bigint NOT NULL,
      PRIMARY KEY (programme, measure, touchpoint, unit)) ${hot}`);
    await runner.query('CREATE INDEX score_change_seq ON score_change (seq)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['score_change', 'score_clock', 'own_score_hour', 'own_score_day', 'score_day', 'cell']) await runner.query(`DROP TABLE ${table}`);
  }
}
