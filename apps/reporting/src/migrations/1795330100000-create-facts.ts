import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C"';
const keys = 'text[] COLLATE "C"';

/** One row per answer, invitation, decision and case, in its last known state; and the catalogue they speak of. */
export class CreateFacts1795330100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createCatalogue(runner);
    await runner.query(`CREATE TABLE answer (
      id ${key} PRIMARY KEY,
      revision int, erased boolean NOT NULL DEFAULT false, excluded boolean, reason text,
      programme ${key}, touchpoint ${key}, unit ${key}, path ${keys}, day date, hour smallint, channel text,
      measure ${key}, score smallint, discourage smallint, segment ${key},
      served_by text, product text, customer_segment text, account text, language text, survey int, selection text, selection_probability float8,
      answered_at timestamptz, changed_at timestamptz, invitation uuid, person uuid, customer text,
      words_revision int, comment text, words_language text, words_customer text)`);
    await runner.query(`COMMENT ON TABLE answer IS 'Written by two topics in either order: until nps.response.v1 has spoken, programme is null and the row is no answer yet'`);
    await runner.query('CREATE INDEX answer_unit ON answer (unit, day)');
    await runner.query('CREATE INDEX answer_time ON answer (answered_at)');
    await runner.query('CREATE INDEX answer_person ON answer (person) WHERE person IS NOT NULL');

    await runner.query(`CREATE TABLE invitation (
      id uuid PRIMARY KEY, revision int NOT NULL, counted boolean NOT NULL,
      programme ${key}, touchpoint ${key}, unit ${key}, path ${keys}, day date, hour smallint, channel text,
      delivered boolean, bounced boolean, answered boolean, matured boolean)`);
    await runner.query('CREATE INDEX invitation_unit ON invitation (unit, day)');

    await runner.query(`CREATE TABLE seen_path (unit ${key} NOT NULL, path ${keys} NOT NULL, PRIMARY KEY (unit, path))`);
    await runner.query(`COMMENT ON TABLE seen_path IS 'Every place that a unit had in the tree when it was answered or asked about'`);

    await runner.query(`CREATE TABLE decision (
      decision uuid PRIMARY KEY, source text NOT NULL, id text NOT NULL, person uuid NOT NULL, customer text,
      outcome ${key} NOT NULL, reason_code text NOT NULL, reason text NOT NULL, programme ${key} NOT NULL, policy_version int NOT NULL,
      touchpoint ${key} NOT NULL, unit ${key} NOT NULL, path ${keys} NOT NULL, served_by text, channel text, invitation uuid,
      occurred_at timestamptz NOT NULL, decided_at timestamptz NOT NULL)`);
    await runner.query('CREATE INDEX decision_unit ON decision (unit, decided_at)');
    await runner.query('CREATE INDEX decision_time ON decision (decided_at)');
    await runner.query('CREATE INDEX decision_person ON decision (person)');
    await runner.query(`CREATE TABLE decision_day (
      programme ${key} NOT NULL, unit ${key} NOT NULL, day date NOT NULL, touchpoint ${key} NOT NULL, outcome ${key} NOT NULL, n int NOT NULL,
      PRIMARY KEY (programme, unit, day, touchpoint, outcome)) WITH (fillfactor = 80)`);

    await runner.query(`CREATE TABLE follow_up (
      id uuid PRIMARY KEY, revision int NOT NULL, response ${key} NOT NULL, person uuid, customer text,
      programme ${key} NOT NULL, touchpoint ${key} NOT NULL, unit ${key} NOT NULL, path ${keys} NOT NULL, served_by text,
      segment ${key}, score smallint NOT NULL, status ${key} NOT NULL, assignee text, outcome ${key},
      opened_at timestamptz NOT NULL, due_at timestamptz NOT NULL, claimed_at timestamptz, closed_at timestamptz, changed_at timestamptz NOT NULL)`);
    await runner.query(`COMMENT ON TABLE follow_up IS 'The cases; CASE is a word of SQL'`);
    await runner.query('CREATE INDEX follow_up_unit ON follow_up (unit, opened_at)');
    await runner.query('CREATE INDEX follow_up_time ON follow_up (opened_at)');
    await runner.query('CREATE INDEX follow_up_person ON follow_up (person) WHERE person IS NOT NULL');

    await runner.query('CREATE TABLE person (person uuid PRIMARY KEY, customer text)');
    await runner.query(`COMMENT ON COLUMN person.customer IS 'The enterprise''s own id; names and contacts are not copied here'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'follow_up', 'decision_day', 'decision', 'seen_path', 'invitation', 'answer', 'programme', 'touchpoint', 'unit']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

async function createCatalogue(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE unit (
    key ${key} PRIMARY KEY, version int NOT NULL, name text NOT NULL, time_zone text NOT NULL, placements jsonb NOT NULL, closed_at timestamptz,
    parent ${key}, path ${keys} NOT NULL)`);
  await runner.query(`COMMENT ON COLUMN unit.path IS 'Root to unit, as the tree is now'`);
  await runner.query(`CREATE TABLE touchpoint (
    key ${key} PRIMARY KEY, version int NOT NULL, name text NOT NULL, programme ${key} NOT NULL, weight float8 NOT NULL, delay text NOT NULL)`);
  await runner.query(`CREATE TABLE programme (
    key ${key} PRIMARY KEY, version int NOT NULL, name text NOT NULL, kind text NOT NULL, audience text NOT NULL, anonymous boolean NOT NULL, least_n int NOT NULL)`);
}
