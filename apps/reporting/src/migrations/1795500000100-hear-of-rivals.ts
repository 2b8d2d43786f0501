import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C"';

/** What answers say of competitors; that of anonymous programmes in batches of its own. */
export class HearOfRivals1795500000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE answer ADD rival ${key}, ADD rival_score smallint, ADD likely_to_switch smallint, ADD switch_to ${key}`);
    await runner.query(`COMMENT ON COLUMN answer.rival IS 'Key of the competitor that they gave rival_score'`);
    await runner.query(`CREATE INDEX answer_rivalry ON answer (programme, day) WHERE rival IS NOT NULL OR likely_to_switch IS NOT NULL`);
    await runner.query(`CREATE TABLE anonymous_opinion (
      id ${key} NOT NULL, rival ${key} NOT NULL, revision int NOT NULL, counted boolean NOT NULL, arrived bigint GENERATED ALWAYS AS IDENTITY, batch uuid,
      programme ${key}, touchpoint ${key}, unit ${key}, path text[] COLLATE "C", day date, measure ${key}, score smallint, named ${key}, PRIMARY KEY (id, rival))`);
    await runner.query(`COMMENT ON TABLE anonymous_opinion IS 'What answers of anonymous programmes say of a rival, or (rival empty) of choosing another company: until it is in a batch, and then only in which one'`);
    await runner.query('CREATE INDEX anonymous_opinion_waiting ON anonymous_opinion (programme, measure, touchpoint, unit, rival) WHERE batch IS NULL AND counted');
    await runner.query(`CREATE TABLE opinion_batch (
      id uuid PRIMARY KEY, programme ${key} NOT NULL, measure ${key} NOT NULL, touchpoint ${key} NOT NULL, unit ${key} NOT NULL, path text[] COLLATE "C" NOT NULL, day date NOT NULL,
      rival ${key} NOT NULL, counts int[] NOT NULL, named jsonb NOT NULL, released_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`COMMENT ON TABLE opinion_batch IS 'A record of this service''s own: what was published of what anonymous programmes say of rivals, five at a time. Never changed, and not to be made anew'`);
    await runner.query('CREATE INDEX opinion_batch_programme_day ON opinion_batch (programme, day)');
  }

  /** What was published stays nowhere; single opinions come back when they are read again from Kafka. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opinion_batch');
    await runner.query('DROP TABLE anonymous_opinion');
    await runner.query('DROP INDEX answer_rivalry');
    await runner.query('ALTER TABLE answer DROP rival, DROP rival_score, DROP likely_to_switch, DROP switch_to');
  }
}
