import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C"';

/** What answers and silence are compared by: where and whom an invitation went to, what an interaction was worth, and since when somebody is a customer. */
export class AddWhatReportsCompare1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE invitation ADD language text, ADD customer_segment text, ADD account text, ADD product text, ADD served_by text, ADD selection text`);
    await runner.query('ALTER TABLE decision ADD account text, ADD value float8, ADD currency text');
    await runner.query('ALTER TABLE person ADD since date, ADD account_role text');
    await runner.query(`COMMENT ON COLUMN person.account_role IS 'What they are in the company that is the client, as the enterprise says it'`);
    await runner.query('CREATE INDEX decision_invitation ON decision (invitation) WHERE invitation IS NOT NULL');
    await runner.query('CREATE INDEX decision_account ON decision (account, occurred_at) WHERE account IS NOT NULL');
    await runner.query('CREATE INDEX answer_programme_day ON answer (programme, day)');
    await runner.query('CREATE INDEX answer_account ON answer (programme, account, day) WHERE account IS NOT NULL');
    await runner.query('CREATE INDEX invitation_programme_day ON invitation (programme, day)');
    await runner.query(`CREATE TABLE quarter_report (
      id uuid PRIMARY KEY, quarter text NOT NULL, programme ${key} NOT NULL, unit ${key} NOT NULL, report jsonb NOT NULL, made_by text, made_at timestamptz NOT NULL DEFAULT now(),
      plan jsonb NOT NULL DEFAULT '[]', plan_version int NOT NULL DEFAULT 0, planned_by text, planned_at timestamptz,
      UNIQUE (quarter, programme, unit))`);
    await runner.query(`COMMENT ON TABLE quarter_report IS 'Kept once the quarter was over: the report as it was then, and the plan that it leads to. Unit * is all of them'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quarter_report');
    for (const index of ['invitation_programme_day', 'answer_account', 'answer_programme_day', 'decision_account', 'decision_invitation']) await runner.query(`DROP INDEX ${index}`);
    await runner.query('ALTER TABLE person DROP since, DROP account_role');
    await runner.query('ALTER TABLE decision DROP account, DROP value, DROP currency');
    await runner.query('ALTER TABLE invitation DROP language, DROP customer_segment, DROP account, DROP product, DROP served_by, DROP selection');
  }
}
