import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'text COLLATE "C"';
const of = `programme ${key} NOT NULL, measure ${key} NOT NULL`;

export class CreateOfficialFigures1795350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE target (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${of}, unit ${key} NOT NULL, touchpoint ${key} NOT NULL, value float8, set_by text NOT NULL, set_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`COMMENT ON TABLE target IS 'Every target that was ever set; the last one of its kind holds, null is none. Unit and touchpoint * are all'`);
    await runner.query('CREATE INDEX target_last ON target (programme, measure, unit, touchpoint, id DESC)');

    await runner.query(`CREATE TABLE official_edition (
      id uuid PRIMARY KEY, quarter text NOT NULL, ${of}, edition int NOT NULL, as_of timestamptz NOT NULL, reason text, changed int NOT NULL,
      frozen_by text NOT NULL, frozen_at timestamptz NOT NULL DEFAULT now(), signed_by text, signed_at timestamptz,
      UNIQUE (quarter, programme, measure, edition), CHECK ((edition = 1) = (reason IS NULL)), CHECK ((signed_by IS NULL) = (signed_at IS NULL)))`);
    await runner.query(`COMMENT ON TABLE official_edition IS 'A quarter as it was published: 1, and a further edition for each restatement, with its reason'`);
    await runner.query(`CREATE TABLE official_figure (
      edition uuid NOT NULL REFERENCES official_edition, unit ${key} NOT NULL, touchpoint ${key} NOT NULL, figure jsonb NOT NULL, target float8, PRIMARY KEY (edition, unit, touchpoint))`);

    await runner.query(`CREATE FUNCTION history_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is history: nothing in it is changed or taken away', TG_TABLE_NAME; END $$`);
    for (const table of ['target', 'official_figure']) {
      await runner.query(`CREATE TRIGGER history_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION history_stands()`);
    }
    // An edition can be signed, once; everything else about it stands.
    await runner.query(`CREATE TRIGGER history_stands BEFORE DELETE OR TRUNCATE ON official_edition FOR EACH STATEMENT EXECUTE FUNCTION history_stands()`);
    const unsigned = (row: string): string => `to_jsonb(${row}) - 'signed_by' - 'signed_at'`;
    await runner.query(`CREATE TRIGGER signed_once BEFORE UPDATE ON official_edition FOR EACH ROW
      WHEN (OLD.signed_at IS NOT NULL OR ${unsigned('OLD')} IS DISTINCT FROM ${unsigned('NEW')}) EXECUTE FUNCTION history_stands()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['official_figure', 'official_edition', 'target']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION history_stands()');
  }
}
