import type { EntityManager } from 'typeorm';

const READ = `
  SELECT person FROM unnest($1::uuid[]) AS asked(person) WHERE NOT EXISTS (SELECT FROM base_member b WHERE b.person = asked.person AND (b.left_at IS NULL OR b.left_at > $2))`;

/** Which of these persons are no customers any more. */
export async function leftTheBase(db: Pick<EntityManager, 'query'>, persons: readonly string[], now: Date): Promise<Set<string>> {
  if (persons.length === 0) return new Set();
  const rows: { person: string }[] = await db.query(READ, [persons, now]);
  return new Set(rows.map(({ person }) => person));
}
