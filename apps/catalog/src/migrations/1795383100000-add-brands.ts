import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How messages of some units or programmes look. */
export class AddBrands1795383100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE brand (
        key text PRIMARY KEY,
        name text NOT NULL,
        sender_name text,
        colour text,
        logo_url text,
        units text[] NOT NULL,
        programmes text[] NOT NULL,
        wording jsonb NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE brand');
  }
}
