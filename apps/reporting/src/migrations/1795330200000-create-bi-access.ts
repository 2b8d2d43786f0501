import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of these are limited to units for everybody but the service itself, the tables' owner included (FORCE). */
const LIMITED = ['unit', 'own_score_day', 'answer', 'decision', 'follow_up', 'bi_user'];

const open = 'programme IN (SELECT key FROM programme WHERE NOT anonymous)';
const n = Array.from({ length: 11 }, (_, score) => `c${score}`).join(' + ');
const theirs = 'unit IN (SELECT key FROM unit)';

/**
 * What a role may see follows from `current_user`, which no setting changes. Policies of other tables ask `unit`, whose own policy answers
 * only with the role's units. Single answers of anonymous programmes are hidden here too, since a role could read past the views.
 */
const POLICIES: Record<string, string> = {
  bi_user: 'role = current_user::text',
  unit: `(SELECT units IS NULL FROM bi_user WHERE role = current_user::text) OR path && (SELECT units FROM bi_user WHERE role = current_user::text)`,
  own_score_day: `${theirs} AND (${n} = 0 OR ${n} >= 5 OR ${open})`,
  answer: `${theirs} AND ${open}`,
  decision: theirs,
  follow_up: `${theirs} AND ${open}`,
};

export class CreateBiAccess1795330200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE bi_user (
      role text PRIMARY KEY, name text NOT NULL, units text[] COLLATE "C", created_by text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`COMMENT ON COLUMN bi_user.units IS 'Each with all below it; null: all units'`);
    const [{ service }] = (await runner.query('SELECT quote_ident(current_user) AS service')) as [{ service: string }];
    for (const table of LIMITED) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY service ON ${table} TO ${service} USING (true) WITH CHECK (true)`);
      await runner.query(`CREATE POLICY bi ON ${table} FOR SELECT USING (${POLICIES[table]})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of LIMITED.toReversed()) {
      for (const policy of ['service', 'bi']) await runner.query(`DROP POLICY ${policy} ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`);
    }
    await runner.query('DROP TABLE bi_user');
  }
}
