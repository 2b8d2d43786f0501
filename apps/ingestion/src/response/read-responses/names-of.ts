import type { Customer, ServedBy } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';

/** How those are called whom answers only point at. */
export interface Names {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly staff: ReadonlyMap<string, string>;
}
export const NOBODY: Names = { customers: new Map(), staff: new Map() };

/** Who these answers point at, looked up for all of them at once. */
export async function namesOf(db: Pick<EntityManager, 'query'>, answers: readonly Answer[]): Promise<Names> {
  const people = [...new Set(answers.flatMap(({ person }) => person ?? []))];
  const served = [...new Set(answers.flatMap(({ coordinates }) => coordinates.servedBy ?? []))];
  const known: { person: string; customer_id: string; name: string | null }[] =
    people.length === 0 ? [] : await db.query('SELECT person, customer_id, name FROM known_customer WHERE person = ANY ($1::uuid[])', [people]);
  const staff: { id: string; name: string }[] = served.length === 0 ? [] : await db.query('SELECT id, name FROM known_staff WHERE id = ANY ($1)', [served]);
  return {
    customers: new Map(known.map(({ person, customer_id: id, name }) => [person, { id, ...(name !== null && { name }) }])),
    staff: new Map(staff.map(({ id, name }) => [id, name])),
  };
}

/** Who gave an answer. Their name is left out where they did not agree that it is shown to whoever served them. */
export function customerOf({ contact, person, consent }: Answer, { customers }: Names): Customer | undefined {
  const known = person === undefined ? undefined : customers.get(person);
  return contact?.customer ?? (known && consent?.name !== true ? { id: known.id } : known);
}

/** Who served them, by the name that came with the answer or is known. */
export function servedByOf({ contact, coordinates }: Answer, { staff }: Names): ServedBy | undefined {
  const id = contact?.servedBy?.id ?? coordinates.servedBy;
  if (id === undefined) return undefined;
  const name = contact?.servedBy?.name ?? staff.get(id);
  return { id, ...(name !== undefined && { name }) };
}
