import type { EntityManager } from 'typeorm';
import type { AccountView, ContactView } from './view.ts';

type Queries = Pick<EntityManager, 'query'>;

export interface Wanted {
  /** Units whose customers count; null: all. */
  units: readonly string[] | null;
  /** Invitations of this programme; null: of any. */
  programme: string | null;
  /** Invitations sent from then on. */
  since: Date;
  /** Of those who decide, in lower case. */
  deciding: readonly string[];
  /** Programmes of which is not told who answered. */
  anonymous: readonly string[];
}

/** People of the account `a` who are customers now, of units that may be seen: by the base, or by what happened there. */
const CONTACT = `
  p.facts ? 'account' AND NOT EXISTS (SELECT FROM base_member b WHERE b.person = p.id AND b.left_at <= now())
  AND ($1::text[] IS NULL OR EXISTS (SELECT FROM base_member b WHERE b.person = p.id AND b.unit = ANY ($1)) OR EXISTS (SELECT FROM decision d WHERE d.customer_id = p.customer_id AND d.unit = ANY ($1)))`;
const INVITED = `
  LEFT JOIN LATERAL (
    SELECT max(i.sent_at) AS asked_at, bool_or(i.answered AND i.placement ->> 'programme' <> ALL ($5)) AS answered FROM invitation i
    WHERE i.person = p.id AND i.sent_at >= $3 AND i.status = 'sent' AND ($2::text IS NULL OR i.placement ->> 'programme' = $2)) AS asked ON true`;
const DECIDES = "coalesce(lower(p.facts #>> '{account,value,role}') = ANY ($4), false)";

const parametersOf = ({ units, programme, since, deciding, anonymous }: Wanted): unknown[] => [units, programme, since, deciding, anonymous];

interface Row {
  id: string;
  name: string | null;
  known: number;
  asked: number;
  answered: number;
  deciding_known: number;
  deciding_asked: number;
  deciding_answered: number;
}

const summarise = (page: string): string => `
  SELECT a.id, max(p.facts #>> '{account,value,name}') AS name, count(*)::int AS known, count(asked.asked_at)::int AS asked, count(*) FILTER (WHERE asked.answered)::int AS answered,
    count(*) FILTER (WHERE ${DECIDES})::int AS deciding_known, count(asked.asked_at) FILTER (WHERE ${DECIDES})::int AS deciding_asked, count(*) FILTER (WHERE ${DECIDES} AND asked.answered)::int AS deciding_answered
  FROM (${page}) AS a JOIN person p ON p.facts #>> '{account,value,id}' = a.id ${INVITED} WHERE ${CONTACT} GROUP BY a.id ORDER BY a.id`;

/** Accounts in the order of their ids. @param after the id behind which the page begins. */
export async function findAccounts(db: Queries, wanted: Wanted, after: string, limit: number): Promise<AccountView[]> {
  const page = `SELECT DISTINCT p.facts #>> '{account,value,id}' AS id FROM person p WHERE p.facts #>> '{account,value,id}' > $6 AND ${CONTACT} ORDER BY 1 LIMIT ${Number(limit)}`;
  const rows: Row[] = await db.query(summarise(page), [...parametersOf(wanted), after]);
  return rows.map(viewOf);
}

export async function findAccount(db: Queries, wanted: Wanted, id: string): Promise<AccountView | undefined> {
  const [row]: Row[] = await db.query(summarise('SELECT $6::text AS id'), [...parametersOf(wanted), id]);
  return row && viewOf(row);
}

/** Its people, those who decide first. */
export async function findContacts(db: Queries, wanted: Wanted, id: string, limit: number): Promise<ContactView[]> {
  const rows: { customer_id: string; role: string | null; decides: boolean; asked_at: Date | null; answered: boolean | null }[] = await db.query(
    `SELECT p.customer_id, p.facts #>> '{account,value,role}' AS role, ${DECIDES} AS decides, asked.asked_at, asked.answered FROM person p ${INVITED}
     WHERE p.facts #>> '{account,value,id}' = $6 AND ${CONTACT} ORDER BY ${DECIDES} DESC, p.customer_id LIMIT ${Number(limit)}`, [...parametersOf(wanted), id]);
  return rows.map((row) => ({ customer: row.customer_id, ...(row.role === null ? {} : { role: row.role }), decides: row.decides, askedAt: row.asked_at?.toISOString() ?? null, answered: row.answered ?? false }));
}

const viewOf = (row: Row): AccountView => ({
  id: row.id, name: row.name, contacts: { known: row.known, asked: row.asked, answered: row.answered },
  decisionMakers: { known: row.deciding_known, asked: row.deciding_asked, answered: row.deciding_answered },
});
