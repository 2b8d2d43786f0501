import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C"';
const anonymous = 'programme IN (SELECT key FROM programme WHERE anonymous)';
const FIGURES = ['cell', 'score_day', 'own_score_day', 'own_score_hour', 'score_shift'];
const TELLING = [...Array.from({ length: 11 }, (_, score) => `c${score}`), 'discouraging', 'false_detractors', 'answered', 'matured_delivered', 'matured_answered', 'opened', 'started'];

/** Answers of anonymous programmes leave the table of single answers and the figures, and come back in batches when the service starts. */
export class PublishInBatches1795420190000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE anonymous_answer (
      id ${key} PRIMARY KEY, revision int NOT NULL, counted boolean NOT NULL, arrived bigint GENERATED ALWAYS AS IDENTITY, batch uuid,
      programme ${key}, touchpoint ${key}, unit ${key}, path text[] COLLATE "C", day date, measure ${key}, score smallint, discourage smallint, invited boolean)`);
    await runner.query(`COMMENT ON TABLE anonymous_answer IS 'Answers of anonymous programmes: what they are until they are in a batch, and then only in which one'`);
    await runner.query('CREATE INDEX anonymous_answer_waiting ON anonymous_answer (programme, measure, touchpoint, unit) WHERE batch IS NULL AND counted');
    await runner.query(`CREATE TABLE anonymous_batch (
      id uuid PRIMARY KEY, programme ${key} NOT NULL, measure ${key} NOT NULL, touchpoint ${key} NOT NULL, unit ${key} NOT NULL, path text[] COLLATE "C" NOT NULL, day date NOT NULL,
      counts int[] NOT NULL, discouraging int[] NOT NULL, false_detractors int NOT NULL, invited int NOT NULL, released_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`COMMENT ON TABLE anonymous_batch IS 'A record of this service''s own: what was published of anonymous programmes, five answers at a time. Never changed, and not to be made anew'`);
    await runner.query('CREATE INDEX anonymous_batch_unit ON anonymous_batch (unit, day)');

    for (const table of FIGURES) await runner.query(`UPDATE ${table} SET ${TELLING.map((column) => `${column} = 0`).join(', ')} WHERE ${anonymous}`);
    await runner.query(`INSERT INTO anonymous_answer (id, revision, counted, programme, touchpoint, unit, path, day, measure, score, discourage, invited)
      SELECT id, revision, NOT excluded, programme, touchpoint, unit, path, day, measure, score, discourage, invitation IS NOT NULL FROM answer WHERE ${anonymous} ORDER BY answered_at, id`);
    // The words stay, as those of an answer that has not come: erasing them is told by their own topic.
    await runner.query(`UPDATE answer SET revision = NULL, excluded = NULL, reason = NULL, path = NULL, placed = NULL, day = NULL, hour = NULL, channel = NULL, measure = NULL, score = NULL, discourage = NULL,
      segment = NULL, served_by = NULL, product = NULL, customer_segment = NULL, account = NULL, language = NULL, survey = NULL, selection = NULL, selection_probability = NULL, answered_at = NULL,
      changed_at = NULL, invitation = NULL, person = NULL, customer = NULL, touchpoint = NULL, unit = NULL, programme = NULL WHERE ${anonymous}`);
    await runner.query(`UPDATE invitation SET answered = false, matured = false, opened = false, started = false WHERE ${anonymous}`);
  }

  /** What was published stays; single answers come back when they are read again from Kafka. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE anonymous_batch');
    await runner.query('DROP TABLE anonymous_answer');
  }
}
