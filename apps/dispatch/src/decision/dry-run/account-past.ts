import type { Programme } from '@candor/catalog-copy';
import type { EntityManager } from 'typeorm';
import type { AccountStanding } from '../../account/account-rule.ts';

/** One of the people of an account was asked. */
export interface AskedColleague {
  person: string;
  at: Date;
}

const DAY_MS = 24 * 3600 * 1000;
/** Contacts by other programmes are facts; those by this one before the period too. */
const SENT = `
  SELECT p.facts #>> '{account,value,id}' AS account, i.person, i.sent_at AS at FROM person p JOIN invitation i ON i.person = p.id
  WHERE p.facts ? 'account' AND p.facts #>> '{account,value,id}' = ANY ($1) AND i.kind = $2 AND i.status = 'sent' AND i.sent_at > $3 AND (i.placement ->> 'programme' <> $4 OR i.sent_at < $5)`;

/** Who of some accounts was asked, whatever the policy that is tried would have done. */
export class AccountPast {
  readonly #rules: Programme['accounts'];
  readonly #asked: Map<string, AskedColleague[]>;

  private constructor(rules: Programme['accounts'], asked: Map<string, AskedColleague[]>) {
    this.#rules = rules;
    this.#asked = asked;
  }

  static async read(db: Pick<EntityManager, 'query'>, accounts: readonly string[], { accounts: rules, kind, key }: Programme, from: Date): Promise<AccountPast> {
    if (!rules || accounts.length === 0) return new AccountPast(rules, new Map());
    const rows: (AskedColleague & { account: string })[] = await db.query(SENT, [[...new Set(accounts)], kind, new Date(from.getTime() - rules.days * DAY_MS), key, from]);
    return new AccountPast(rules, Map.groupBy(rows, (row) => row.account));
  }

  /** @param own whom the policy that is tried has asked of this account */
  standing(id: string, person: string, now: Date, own: readonly AskedColleague[]): AccountStanding | undefined {
    if (!this.#rules) return undefined;
    const since = now.getTime() - this.#rules.days * DAY_MS;
    const others = [...(this.#asked.get(id) ?? []), ...own].filter((one) => one.person !== person && one.at.getTime() > since && one.at <= now);
    return { id, asked: new Set(others.map((one) => one.person)).size, most: this.#rules.perAccount, days: this.#rules.days };
  }
}
