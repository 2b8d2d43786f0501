import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNorms1795340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE norm (
      kind text NOT NULL CHECK (kind IN ('bands', 'industries', 'companies')), key text NOT NULL, value jsonb NOT NULL,
      changed_by text NOT NULL, changed_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (kind, key))`);
    await runner.query(`COMMENT ON TABLE norm IS 'What was said instead of the norms that come with the service; JSON null takes a given one away'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE norm');
  }
}
