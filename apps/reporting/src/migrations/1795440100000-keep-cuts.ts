import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTS = [
  ...Array.from({ length: 11 }, (_, score) => `c${score}`), 'discouraging', 'false_detractors',
  'invited', 'delivered', 'bounced', 'answered', 'matured_delivered', 'matured_answered', 'opened', 'started',
].map((column) => `${column} int NOT NULL`).join(', ');
const key = 'text COLLATE "C" NOT NULL';
const hot = 'WITH (fillfactor = 80)';

/** Cells of declared cuts as scoring publishes them, and their sums over sources. Tables of their own: programmes that declare none pay nothing for them. */
export class KeepCuts1795440100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cut_cell (
      day date NOT NULL, unit ${key}, touchpoint ${key}, programme ${key}, measure ${key}, cut ${key}, value ${key}, source ${key}, version bigint NOT NULL, ${COUNTS},
      PRIMARY KEY (day, unit, touchpoint, programme, measure, cut, value, source)) ${hot}`);
    await runner.query(`CREATE TABLE cut_day (
      programme ${key}, measure ${key}, cut ${key}, unit ${key}, day date NOT NULL, touchpoint ${key}, value ${key}, ${COUNTS},
      PRIMARY KEY (programme, measure, cut, unit, day, touchpoint, value)) ${hot}`);
    await runner.query(`COMMENT ON TABLE cut_day IS 'The unit''s own answers that say this value; what own_score_day has beyond them said none'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cut_day, cut_cell');
  }
}
