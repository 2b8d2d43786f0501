import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, touchpoints, programmes, and who may use them. */
export class CreateCatalog1767225601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        key text PRIMARY KEY,
        name text NOT NULL,
        own_time_zone text,
        time_zone text NOT NULL,
        placements jsonb NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      COMMENT ON COLUMN unit.placements IS '[{ parent, from }] in order of time; from null: since ever';
      CREATE INDEX unit_placements ON unit USING gin (placements jsonb_path_ops);

      CREATE FUNCTION parent_at(placements jsonb, at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT coalesce(
          (SELECT p -> 'parent' FROM jsonb_array_elements(placements) WITH ORDINALITY AS e (p, n)
           WHERE p ->> 'from' IS NULL OR (p ->> 'from')::timestamptz <= at ORDER BY n DESC LIMIT 1),
          placements -> 0 -> 'parent') #>> '{}'
      $$;
      COMMENT ON FUNCTION parent_at IS 'The parent that holds at a moment; for a unit that is still to begin, its first. NULL at the top.';

      CREATE TABLE programme (
        key text PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        audience text NOT NULL,
        anonymous boolean NOT NULL,
        channels text[] NOT NULL,
        sample double precision NOT NULL,
        frequency jsonb,
        quiet_hours jsonb,
        priority integer NOT NULL,
        expiry text NOT NULL,
        amend_window text NOT NULL,
        least_n integer NOT NULL,
        case_due text NOT NULL,
        survey integer NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      );

      CREATE TABLE touchpoint (
        key text PRIMARY KEY,
        name text NOT NULL,
        programme text NOT NULL REFERENCES programme (key),
        weight double precision NOT NULL,
        delay text NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX touchpoint_programme ON touchpoint (programme, key);

      CREATE TABLE api_key (
        id text PRIMARY KEY,
        name text NOT NULL,
        hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        units text[],
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz
      );
      COMMENT ON COLUMN api_key.hash IS 'hex SHA-256 of the secret, which is random and long: a slow hash would add nothing';
      COMMENT ON COLUMN api_key.units IS 'null: all units';

      CREATE TABLE person (
        subject text PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        roles text[] NOT NULL,
        units text[],
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX person_email ON person (lower(email));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person, api_key, touchpoint, programme, unit; DROP FUNCTION parent_at');
  }
}
