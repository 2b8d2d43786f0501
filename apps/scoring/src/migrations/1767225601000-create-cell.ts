import type { MigrationInterface, QueryRunner } from 'typeorm';

const NUMBERS = Array.from({ length: 11 }, (_, i) => `c${i} integer NOT NULL`).join(', ');
const DISCOURAGE = Array.from({ length: 11 }, (_, i) => `d${i} integer NOT NULL`).join(', ');

/** Cells leave room on their page: most writes add to a row that is there, and then touch no index. */
export class CreateCell1767225601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cell (
        key text COLLATE "C" PRIMARY KEY,
        version bigint NOT NULL,
        ${NUMBERS}
      ) WITH (fillfactor = 80);
      COMMENT ON TABLE cell IS 'Answers by score (source r), or the response funnel (source i: invited, delivered, bounced, answered, matured delivered, matured answered).';

      CREATE TABLE womi_cell (
        key text COLLATE "C" PRIMARY KEY REFERENCES cell (key),
        ${DISCOURAGE},
        false_detractors integer NOT NULL
      ) WITH (fillfactor = 80);

      CREATE TABLE publication (
        source text PRIMARY KEY,
        version bigint NOT NULL
      ) WITH (fillfactor = 10);
      COMMENT ON TABLE publication IS 'Up to which version the cells of each source have been published, all of them.';

      CREATE FUNCTION fence_held(moved bigint, expected bigint) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        IF moved <> expected THEN
          RAISE EXCEPTION 'another instance was faster' USING ERRCODE = 'CD001';
        END IF;
        RETURN true;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION fence_held; DROP TABLE publication, womi_cell, cell');
  }
}
