import type { Accounts } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { daysLeft, lastSpot, periodOf } from './walk.ts';
import type { WalkingProgramme } from './walking-programmes.ts';

/** Days of one programme are planned one after the other, whoever plans them. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('walk ' || $1, 3))";
const OPEN = 'INSERT INTO walk_day (programme, period, day, planned_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1';
const SIZE = 'UPDATE walk_day SET size = $4 WHERE programme = $1 AND period = $2 AND day = $3';

/**
 * Whom a day asks: of those who are in the base and were not asked in this period, as many as are left for each day that is left, in the order of their spots. One statement over the whole base,
 * which stays in the database. `asked` ones count for their account, also after they have left the base.
 */
const choose = (accounts: Accounts | null): string => `
  WITH member AS (
    SELECT b.person, s.person IS NOT NULL AS asked,
      ${accounts ? "p.facts #>> '{account,value,id}'" : 'NULL::text'} AS account,
      ${accounts ? "coalesce(array_position($7::text[], lower(p.facts #>> '{account,value,role}')), 1000)" : '0'} AS rank
    FROM base_member b JOIN person p ON p.id = b.person LEFT JOIN walk_slot s ON s.programme = $1 AND s.period = $2::date AND s.person = b.person
    WHERE (s.person IS NOT NULL OR b.left_at IS NULL OR b.left_at > $3::date)
      AND ($6::text[] IS NULL OR p.facts #>> '{segment,value}' = ANY ($6))
  ), placed AS (
    SELECT person, asked, account, rank, sha256(convert_to($1 || E'\\n' || to_char($2::date, 'YYYY-MM-DD') || E'\\n' || coalesce('account ' || account, person::text), 'UTF8')) AS spot FROM member
  ), waiting AS (
    ${accounts ? `
    SELECT person, spot, rank FROM (SELECT *, row_number() OVER (PARTITION BY account ORDER BY asked DESC, rank, person) AS nth FROM placed) AS ranked
    WHERE NOT asked AND (account IS NULL OR nth <= $8)` : 'SELECT person, spot, rank FROM placed WHERE NOT asked'}
    AND ($5::bytea IS NULL OR spot < $5)
  ), chosen AS (
    SELECT person, row_number() OVER (ORDER BY spot, rank, person) - 1 AS place FROM waiting
    ORDER BY spot, rank, person LIMIT (SELECT ceil(count(*)::numeric / $4::int)::int FROM waiting)
  )
  INSERT INTO walk_slot (programme, period, person, day, place) SELECT $1, $2::date, person, $3::date, place FROM chosen`;

/**
 * Plans one day of a programme, once. What is left of the base is spread over what is left of the period, so days that were missed, and customers who joined or left, are made up for.
 * @returns whether it was planned here
 */
export async function planDay(tx: EntityManager, { programme, walk }: WalkingProgramme, day: string, now: Date): Promise<boolean> {
  const period = periodOf(walk, day);
  if (!period) return false;
  await tx.query(LOCK, [programme.key]);
  const opened: unknown[] = await tx.query(OPEN, [programme.key, period.begins, day, now]);
  if (opened.length === 0) return false;
  const accounts = programme.accounts ?? null;
  const segments = programme.segments?.map(({ segment }) => segment) ?? null;
  const values = [programme.key, period.begins, day, daysLeft(walk, day, period), lastSpot(walk.share), segments];
  if (accounts) values.push(accounts.roles.map((role) => role.toLowerCase()) as never, accounts.perAccount);
  await tx.query(choose(accounts), values);
  const [made]: { count: number }[] = await tx.query('SELECT count(*)::int AS count FROM walk_slot WHERE programme = $1 AND period = $2 AND day = $3', [programme.key, period.begins, day]);
  await tx.query(SIZE, [programme.key, period.begins, day, made!.count]);
  return true;
}
