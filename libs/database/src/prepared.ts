import { hash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';

const names = new Map<string, string>();

/**
 * Runs a statement that the server parses and plans once per connection: planning takes longer than a small batch does. For statements of the hot paths, whose
 * texts are few and do not change; TypeORM has them planned anew each time.
 * @param tx of a transaction
 */
export async function prepared<R>(tx: EntityManager, text: string, values: unknown[]): Promise<R[]> {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `candor-${hash('sha256', text, 'base64url').slice(0, 24)}`));
  const client = (await tx.queryRunner!.connect()) as pg.ClientBase;
  const { rows } = await client.query({ name, text, values });
  return rows as R[];
}
