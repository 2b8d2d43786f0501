import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['cell', 'score_day', 'own_score_day', 'own_score_hour'];

/** How many invitations were opened, and begun to be answered. What was sent before counts as neither. */
export class CountOpenings1795383300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} ADD opened int NOT NULL DEFAULT 0, ADD started int NOT NULL DEFAULT 0`);
    await runner.query('ALTER TABLE invitation ADD opened boolean, ADD started boolean');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation DROP started, DROP opened');
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP started, DROP opened`);
  }
}
