import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is never asked, the places of quotas, and what the ledger is searched by. */
export class AddExclusionsAndQuotas1795382600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exclusion (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('customer', 'email', 'phone')),
        value text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('do-not-contact', 'litigation', 'minor', 'deceased')),
        note text NOT NULL,
        added_by text NOT NULL,
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        removed_by text,
        removed_by_name text,
        removed_at timestamptz,
        removed_note text
      );
      COMMENT ON TABLE exclusion IS 'Who said it and why; what was taken back stays as a record.';
      CREATE UNIQUE INDEX exclusion_in_force ON exclusion (kind, value, reason) WHERE removed_at IS NULL;

      ALTER TABLE decision ADD quota_cell text, ADD quota_granted boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN decision.quota_cell IS 'Programme, unit, person served and period within which it competes for a place of the quota.';
      CREATE INDEX decision_quota ON decision (quota_cell) WHERE quota_cell IS NOT NULL;
      CREATE INDEX decision_number ON decision (number);
      CREATE INDEX decision_time ON decision USING brin (occurred_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX decision_time, decision_number; ALTER TABLE decision DROP quota_cell, DROP quota_granted; DROP TABLE exclusion');
  }
}
