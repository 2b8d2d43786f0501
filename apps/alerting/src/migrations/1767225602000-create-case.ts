import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Follow-up tasks with their history and deadlines, and the copies of words, customers and staff that they show. */
export class CreateCase1767225602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases (
        id uuid PRIMARY KEY,
        response text NOT NULL UNIQUE,
        revision integer NOT NULL,
        answer_revision integer NOT NULL,
        person uuid,
        programme text NOT NULL,
        touchpoint text NOT NULL,
        unit text NOT NULL,
        path text[] NOT NULL,
        served_by text,
        account text,
        measure text NOT NULL,
        score smallint NOT NULL,
        segment text,
        channel text NOT NULL,
        language text,
        answered_at timestamptz NOT NULL,
        contact_allowed boolean,
        status text NOT NULL CHECK (status IN ('open', 'claimed', 'closed')),
        assignee_id text,
        assignee_name text,
        outcome text,
        closed_by_system boolean NOT NULL,
        opened_at timestamptz NOT NULL,
        viewed_at timestamptz,
        first_response_at timestamptz,
        first_response_due_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        overdue_at timestamptz,
        closed_at timestamptz,
        erased_at timestamptz,
        urgency bigint NOT NULL,
        placed_xid bigint NOT NULL,
        changed_xid bigint NOT NULL
      );
      COMMENT ON COLUMN cases.urgency IS 'The order of the list: lower first.';
      COMMENT ON COLUMN cases.placed_xid IS 'The transaction that gave the task its place in the list: a list being read finds what was committed late.';
      COMMENT ON COLUMN cases.changed_xid IS 'The transaction that last changed what the task shows: the live stream sends what its reader has not seen.';
      CREATE INDEX cases_urgency ON cases (urgency);
      CREATE INDEX cases_unit ON cases (unit, urgency);
      CREATE INDEX cases_assignee ON cases (assignee_id, urgency) WHERE assignee_id IS NOT NULL;
      CREATE INDEX cases_person ON cases (person) WHERE person IS NOT NULL;
      CREATE INDEX cases_placed ON cases (placed_xid);
      CREATE INDEX cases_changed ON cases (changed_xid);

      CREATE TABLE case_event (
        case_id uuid NOT NULL REFERENCES cases (id),
        revision integer NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        by_id text,
        by_name text,
        data jsonb NOT NULL,
        PRIMARY KEY (case_id, revision)
      );
      COMMENT ON TABLE case_event IS 'The history; rows are only added, but for notes, which erasure empties.';

      CREATE TABLE case_deadline (
        case_id uuid NOT NULL REFERENCES cases (id),
        kind text NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, kind)
      );
      CREATE INDEX case_deadline_due ON case_deadline (due_at);

      CREATE TABLE known_words (
        response text PRIMARY KEY,
        person uuid,
        comment text,
        language text,
        customer jsonb,
        served_by jsonb,
        account jsonb,
        written_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL
      );
      CREATE INDEX known_words_person ON known_words (person) WHERE person IS NOT NULL;
      CREATE INDEX known_words_received ON known_words (received_at);

      CREATE TABLE known_person (
        person uuid PRIMARY KEY,
        customer jsonb NOT NULL,
        account jsonb,
        changed_at timestamptz NOT NULL
      );

      CREATE TABLE known_staff (
        id text PRIMARY KEY,
        name text NOT NULL,
        changed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_staff, known_person, known_words, case_deadline, case_event, cases');
  }
}
