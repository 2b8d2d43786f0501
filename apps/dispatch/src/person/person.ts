import type { Account, Customer } from '@candor/contracts';

/** What was said last about one thing, and when. */
interface Fact {
  value: unknown;
  /** RFC 3339, UTC. */
  at: string;
}
/** By field name; each purpose of consent is a fact of its own (`consent.sms`). */
export type Facts = Readonly<Record<string, Fact>>;

export interface Statement {
  customer: Customer;
  account?: Account | undefined;
  /** When it was true: the time of the interaction or the answer that said it. */
  at: Date;
}

/**
 * Adds a statement to what is known of a person. Of two statements about one thing the later in time holds, in whatever order they arrive;
 * what a statement does not mention stays.
 * @returns `changed`: whether anybody has to be told; `moved`: whether anything at all has to be stored.
 */
export function mergeStatement(facts: Facts, statement: Statement): { facts: Facts; changed: boolean; moved: boolean } {
  const at = statement.at.toISOString();
  const merged: Record<string, Fact> = { ...facts };
  let changed = false;
  let moved = false;
  for (const [field, value] of statedFields(statement)) {
    const known = merged[field];
    if (known && known.at > at) continue;
    if (known && same(known.value, value)) {
      if (known.at === at) continue;
    } else changed = true;
    merged[field] = { value, at };
    moved = true;
  }
  return { facts: moved ? merged : facts, changed, moved };
}

/** The person as the contract describes a customer. */
export function customerOf(id: string, facts: Facts): { customer: Customer; account?: Account } {
  const customer: Record<string, unknown> = { id };
  const consent: Record<string, unknown> = {};
  for (const [field, fact] of Object.entries(facts)) {
    if (field.startsWith(CONSENT)) consent[field.slice(CONSENT.length)] = fact.value;
    else if (field !== 'account') customer[field] = fact.value;
  }
  if (Object.keys(consent).length > 0) customer['consent'] = consent;
  const account = facts['account']?.value as Account | undefined;
  return { customer: customer as Customer, ...(account ? { account } : {}) };
}

const CONSENT = 'consent.';

function statedFields({ customer, account }: Statement): [string, unknown][] {
  const { id: _id, consent, ...plain } = customer;
  return [
    ...Object.entries(plain),
    ...Object.entries(consent ?? {}).map(([purpose, given]): [string, unknown] => [CONSENT + purpose, given]),
    ['account', account] as [string, unknown],
  ].filter(([, value]) => value !== undefined) as [string, unknown][];
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
