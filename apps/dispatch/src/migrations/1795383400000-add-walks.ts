import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far relationship programmes have walked their base: whom each day asks. */
export class AddWalks1795383400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE walk_day (
        programme text NOT NULL,
        period date NOT NULL,
        day date NOT NULL,
        size integer NOT NULL DEFAULT 0,
        planned_at timestamptz NOT NULL,
        PRIMARY KEY (programme, period, day)
      );
      COMMENT ON COLUMN walk_day.period IS 'Its first day.';

      CREATE TABLE walk_slot (
        programme text NOT NULL,
        period date NOT NULL,
        person uuid NOT NULL REFERENCES person (id),
        day date NOT NULL,
        place integer NOT NULL,
        taken boolean NOT NULL DEFAULT false,
        PRIMARY KEY (programme, period, person)
      );
      COMMENT ON TABLE walk_slot IS 'One per person and period: nobody is asked twice, whoever plans.';
      COMMENT ON COLUMN walk_slot.taken IS 'The decision exists, or nobody is there to ask.';
      CREATE INDEX walk_slot_open ON walk_slot (day, programme, place) WHERE NOT taken;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE walk_slot, walk_day');
  }
}
