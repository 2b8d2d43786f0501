import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, decisions (one per interaction), invitations, and the addresses that must not be written to. */
export class CreateDispatch1767225600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        customer_id text NOT NULL UNIQUE,
        facts jsonb NOT NULL,
        changed_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN person.id IS 'Random: stands for the person in facts that are kept for ever.';
      COMMENT ON COLUMN person.facts IS 'By field: the value said last, and when it was true.';

      CREATE TABLE staff (
        id text PRIMARY KEY,
        name text NOT NULL,
        said_at timestamptz NOT NULL
      );

      CREATE TABLE suppression (
        channel text NOT NULL,
        address text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('opted-out', 'complained', 'bounced')),
        detail text,
        since timestamptz NOT NULL,
        PRIMARY KEY (channel, address)
      );
      COMMENT ON TABLE suppression IS 'Holds for the address, whoever uses it.';

      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        event_id text NOT NULL,
        content_hash bytea NOT NULL,
        person uuid NOT NULL REFERENCES person (id),
        customer_id text NOT NULL,
        number bigserial NOT NULL,
        touchpoint text NOT NULL,
        unit text NOT NULL,
        occurred_at timestamptz NOT NULL,
        interaction jsonb NOT NULL,
        correlation text,
        accepted_at timestamptz NOT NULL,
        outcome text NOT NULL DEFAULT 'pending',
        reason_code text NOT NULL,
        reason_detail text NOT NULL,
        programme text NOT NULL,
        policy_version integer NOT NULL,
        channel text,
        due_at timestamptz NOT NULL,
        decided_at timestamptz NOT NULL,
        invitation uuid,
        CONSTRAINT decision_identity UNIQUE (source, event_id)
      );
      COMMENT ON COLUMN decision.number IS 'Given while the customer is locked, so for one customer it rises in the order of commits.';
      COMMENT ON COLUMN decision.interaction IS 'What the interaction said beside contacts, which are the person''s.';
      COMMENT ON COLUMN decision.invitation IS 'Set once it was decided to invite; the outcome stays pending until the message is out.';
      CREATE INDEX decision_due ON decision (due_at) WHERE outcome = 'pending' AND invitation IS NULL;
      CREATE INDEX decision_of_customer ON decision (customer_id);

      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        decision uuid NOT NULL REFERENCES decision (id),
        person uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL,
        channel text NOT NULL,
        address text NOT NULL,
        token text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        language text NOT NULL,
        placement jsonb NOT NULL,
        time_zone text NOT NULL,
        occurred_at timestamptz NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        receipt jsonb,
        status text NOT NULL DEFAULT 'issued',
        revision integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        answered boolean NOT NULL DEFAULT false,
        matured boolean NOT NULL DEFAULT false,
        next_attempt_at timestamptz NOT NULL,
        lease_until timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        repeats integer NOT NULL DEFAULT 0,
        last_error text
      );
      COMMENT ON COLUMN invitation.receipt IS 'Which records must be acknowledged before the message may go out.';
      COMMENT ON COLUMN invitation.lease_until IS 'Set while somebody is sending; left behind by whoever died while sending.';
      COMMENT ON COLUMN invitation.repeats IS 'Attempts that began after one whose end was never noted: the message may have arrived as often again.';
      CREATE INDEX invitation_due ON invitation (next_attempt_at) WHERE status = 'issued';
      CREATE INDEX invitation_time_over ON invitation (expires_at) WHERE status = 'sent' AND NOT matured;
      CREATE INDEX invitation_of_person ON invitation (person, kind, issued_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE invitation, decision, suppression, staff, person');
  }
}
