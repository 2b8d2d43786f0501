import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read models that are being built anew, or were. The tables that they are built in are no part of any migration: they come and go with a rebuild. */
export class CreateRebuild1795420100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rebuild (
        id uuid PRIMARY KEY,
        model text NOT NULL,
        state text NOT NULL DEFAULT 'building' CHECK (state IN ('building', 'catching-up', 'swapped', 'failed', 'cancelled')),
        reason text NOT NULL,
        started_by text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        ended_by text,
        failure text,
        shape text,
        partitions jsonb NOT NULL DEFAULT '[]',
        per_second float8,
        differences jsonb,
        holder text,
        held_until timestamptz NOT NULL DEFAULT '-infinity'
      ) WITH (fillfactor = 50);
      CREATE UNIQUE INDEX rebuild_under_way ON rebuild ((true)) WHERE ended_at IS NULL;
      COMMENT ON COLUMN rebuild.shape IS 'Of the tables it was begun with: a release that changes them begins anew';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rebuild');
  }
}
