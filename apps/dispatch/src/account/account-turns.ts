import type { EntityManager } from 'typeorm';

/** One of the people of an account and when they were asked last, by programmes of one kind. */
interface Asked {
  account: string;
  kind: string;
  person: string;
  at: Date;
}

/** In one order for all, so that two deciders never wait for each other in a circle. */
const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended(account, 2)) FROM (SELECT unnest($1::text[]) AS account ORDER BY 1) AS accounts';
/** What bounced or was never sent was no contact. */
const READ = `
  SELECT p.facts #>> '{account,value,id}' AS account, i.kind, i.person, max(i.issued_at) AS at
  FROM person p JOIN invitation i ON i.person = p.id
  WHERE p.facts ? 'account' AND p.facts #>> '{account,value,id}' = ANY ($1) AND i.status IN ('issued', 'sent') AND i.issued_at > $2 GROUP BY 1, 2, 3`;

/** Who was asked of some accounts. Whoever reads an account holds it to the end of the transaction: two of its people decided about at once are not both its last. */
export class AccountTurns {
  readonly #asked: Asked[];

  private constructor(asked: Asked[]) {
    this.#asked = asked;
  }

  /** @param since what is older matters to no programme. */
  static async read(tx: Pick<EntityManager, 'query'>, accounts: readonly string[], since: Date): Promise<AccountTurns> {
    if (accounts.length === 0) return new AccountTurns([]);
    const wanted = [...new Set(accounts)];
    await tx.query(LOCK, [wanted]);
    return new AccountTurns(await tx.query(READ, [wanted, since]));
  }

  /** How many others of the account were asked since then. */
  others({ account, kind, person }: Omit<Asked, 'at'>, since: Date): number {
    return new Set(this.#asked.filter((one) => one.account === account && one.kind === kind && one.person !== person && one.at > since).map((one) => one.person)).size;
  }

  note(asked: Asked): void {
    this.#asked.push(asked);
  }
}
