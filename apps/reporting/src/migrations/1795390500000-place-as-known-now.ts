import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNT_COLUMNS } from '../score-cells/cell.ts';
import { rememberPlaces } from '../placement/remember-places.ts';

const key = 'text COLLATE "C" NOT NULL';

/** Where each unit has hung, period by period, and what that moves in the sums of paths that were frozen before a move was told. */
export class PlaceAsKnownNow1795390500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE unit_path (
      unit ${key}, since timestamptz NOT NULL, until timestamptz NOT NULL, path text[] COLLATE "C" NOT NULL, known boolean NOT NULL,
      PRIMARY KEY (unit, since))`);
    await runner.query(`COMMENT ON TABLE unit_path IS 'Root to unit, from since to before until, by the placements known now; not known: something on it has not been heard of'`);
    await runner.query('CREATE INDEX unit_path_path ON unit_path USING gin (path)');
    for (const table of ['answer', 'invitation']) {
      await runner.query(`ALTER TABLE ${table} ADD placed text[] COLLATE "C"`);
      await runner.query(`COMMENT ON COLUMN ${table}.placed IS 'Where it belongs by what is known now; null: where path says, as it was frozen'`);
      await runner.query(`CREATE INDEX ${table}_placed ON ${table} (id) WHERE placed IS NOT NULL`);
    }
    await runner.query(`CREATE TABLE score_shift (
      programme ${key}, measure ${key}, unit ${key}, touchpoint ${key}, day date NOT NULL, ${COUNT_COLUMNS.map((column) => `${column} int NOT NULL`).join(', ')},
      PRIMARY KEY (programme, measure, unit, touchpoint, day)) WITH (fillfactor = 80)`);
    await runner.query(`COMMENT ON TABLE score_shift IS 'Added to score_day: what belongs elsewhere than where it was counted, since a move was told late. May be negative'`);
    const units = (await runner.query('SELECT key FROM unit')) as { key: string }[];
    await rememberPlaces(runner.manager, units.map((unit) => unit.key));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['answer', 'invitation']) await runner.query(`ALTER TABLE ${table} DROP placed`);
    await runner.query('DROP TABLE score_shift, unit_path');
  }
}
