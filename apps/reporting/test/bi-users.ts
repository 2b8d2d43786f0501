import type { Principal } from '@candor/identity';
import pg from 'pg';
import { analyst, person, type Reporting } from './start-reporting.ts';

/** Connects as SQL users that are made for it, and takes them away again: roles outlive the test's database. */
export class BiUsers {
  readonly #made: { user: string; client: pg.Client }[] = [];

  constructor(private readonly reporting: Reporting) {}

  async connect(as: Principal = analyst(), units?: string[]): Promise<pg.Client & { user: string }> {
    const { status, body } = await this.reporting.app.call('POST', '/v1/bi-users', { as, body: { name: 'Power BI', ...(units ? { units } : {}) } });
    if (status !== 201) throw new Error(`POST /v1/bi-users answered ${status}: ${JSON.stringify(body)}`);
    const { host, port, database, user, password } = body as { host: string; port: number; database: string; user: string; password: string };
    const client = new pg.Client({ host, port, database, user, password });
    client.on('error', () => undefined);
    await client.connect();
    this.#made.push({ user, client });
    return Object.assign(client, { user });
  }

  async close(): Promise<void> {
    for (const { user, client } of this.#made) {
      await client.end().catch(() => undefined);
      await this.reporting.app.call('DELETE', `/v1/bi-users/${user}`, { as: person('administrator') });
    }
  }
}
