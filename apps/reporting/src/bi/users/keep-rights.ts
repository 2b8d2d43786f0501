import type { Scope } from '@candor/identity';
import pg from 'pg';
import { groupsFor, inTransaction, RIGHTS } from './bi-schema.ts';
import { rightsKnown } from './rights-known.ts';

const MEMBERSHIPS = `SELECT r.rolname AS role, array_agg(g.rolname::text) AS groups FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid JOIN pg_roles g ON g.oid = m.roleid
  WHERE r.rolname = ANY($1) GROUP BY r.rolname`;

/** Writes down the rights of users who were made before that was done: what can be known of their makers'. Decided once, before any group changes, so that it is decided the same however often it is tried. */
export async function writeRights(client: pg.ClientBase, database: string): Promise<void> {
  await inTransaction(client, async () => {
    const { rows } = await client.query<{ role: string; created_by: string }>('SELECT role, created_by FROM bi_user WHERE rights IS NULL');
    if (rows.length === 0) return;
    const groups = await groupsOf(client, rows.map(({ role }) => role));
    for (const { role, created_by: createdBy } of rows) {
      const held = RIGHTS.filter((right) => groupsFor(database, [right]).every((group) => groups.get(role)?.includes(group)));
      const { rights, limited } = rightsKnown({ createdBy, held }, RIGHTS);
      await client.query('UPDATE bi_user SET rights = $2, limited = $3 WHERE role = $1', [role, rights, limited]);
    }
  });
}

/** Puts users into the groups of their rights, and takes them out of others. Those whose role is gone are left alone. */
export async function applyRights(admin: pg.ClientBase, database: string, users: readonly { role: string; rights: readonly Scope[] }[]): Promise<void> {
  const groups = await groupsOf(admin, users.map(({ role }) => role));
  for (const { role, rights } of users) {
    const held = groups.get(role);
    if (!held) continue;
    const due = groupsFor(database, rights);
    const name = pg.escapeIdentifier(role);
    for (const group of due.filter((one) => !held.includes(one))) await admin.query(`GRANT ${pg.escapeIdentifier(group)} TO ${name} WITH INHERIT TRUE, SET FALSE`);
    for (const group of groupsFor(database, RIGHTS).filter((one) => held.includes(one) && !due.includes(one))) await admin.query(`REVOKE ${pg.escapeIdentifier(group)} FROM ${name}`);
  }
}

async function groupsOf(client: pg.ClientBase, roles: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ role: string; groups: string[] }>(MEMBERSHIPS, [roles]);
  return new Map(rows.map(({ role, groups }) => [role, groups]));
}
