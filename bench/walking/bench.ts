/**
 * A relationship programme over a base of a million customers: how long planning a day takes (one statement over the whole base), how many of its places become decisions per second, how many
 * rows of a file are stored per second, and the memory of the process over all of it. There is no peer: the figures say that it keeps up.
 */
import { CatalogCopy } from '@candor/catalog-copy';
import { programmeSet, touchpointSet } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { DataSource } from 'typeorm';
import { StoreRows } from '../../apps/dispatch/src/file/store-rows.ts';
import { everybody, startDispatch, type Dispatch } from '../../apps/dispatch/test/start-dispatch.ts';
import { takeSlots } from '../../apps/dispatch/src/relationship/take-slots.ts';
import { planDay } from '../../apps/dispatch/src/relationship/plan-day.ts';
import { walkingProgrammes } from '../../apps/dispatch/src/relationship/walking-programmes.ts';
import { Loops } from '../../apps/dispatch/src/timer/loops.ts';
import { machine, round } from '../machine.ts';
import { withServers } from '../servers.ts';

const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 1_000_000);
const ROWS = 100_000;
const PORTION = 100_000;
const GROUP = 200;

/** Customers of two units, each fourth of a firm of four. */
async function fill({ sql }: Dispatch, from: number, to: number): Promise<void> {
  const fact = (value: string): string => `jsonb_build_object('value', ${value}, 'at', '2026-01-01T00:00:00.000Z')`;
  await sql(`
    INSERT INTO person (id, customer_id, facts, changed_at) SELECT gen_random_uuid(), 'B-' || n, jsonb_build_object('email', ${fact("'b' || n || '@example.com'")}, 'segment', ${fact("'current'")})
      || CASE WHEN n % 16 < 4 THEN jsonb_build_object('account', ${fact("jsonb_build_object('id', 'A-' || n / 16, 'role', (ARRAY['owner', 'buyer', 'user', 'user'])[1 + n % 4])")}) ELSE '{}' END, now()
    FROM generate_series($1::int, $2::int) n`, [from, to]);
  await sql(`INSERT INTO base_member (person, unit, value, said_at) SELECT p.id, (ARRAY['haifa-1', 'ashdod'])[1 + n % 2], n % 1000, now()
    FROM generate_series($1::int, $2::int) n JOIN person p ON p.customer_id = 'B-' || n`, [from, to]);
}

/** What is left after a collection, where the process was started so that one can be asked for. */
const memory = (): string => {
  (globalThis as { gc?: () => void }).gc?.();
  return `heap ${round(process.memoryUsage().heapUsed / 2 ** 20)} MiB, resident ${round(process.memoryUsage().rss / 2 ** 20)} MiB`;
};
async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const begin = performance.now();
  const value = await work();
  return { seconds: (performance.now() - begin) / 1000, value };
}

/** On servers that are there: `CANDOR_TEST_STACK`. */
export async function measureWalking(customers = CUSTOMERS): Promise<void> {
  const dispatch = await startDispatch();
  try {
    const { app } = dispatch.app;
    await app.get(Loops).beforeApplicationShutdown();
    const walk = { touchpoint: 'bench', from: '2026-11-02', period: 'P300D', share: 1, days: [1, 2, 3, 4, 5], hours: { from: '09:00', to: '17:00' } };
    const said = { ...programmeSet.sample, kind: 'relationship' as const, walk };
    await dispatch.neighbours.publish(programmeSet, { ...said, key: 'bench' });
    await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'bench', programme: 'bench', delay: 'PT0S' });
    await dispatch.neighbours.publish(programmeSet, { ...said, key: 'firms', walk: { ...walk, touchpoint: 'firms' }, accounts: { roles: ['owner', 'buyer'], perAccount: 2, days: 30 } });
    await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'firms', programme: 'firms', delay: 'PT0S' });
    await app.get(CatalogCopy).reachEnd();
    // They would keep everything they hear.
    await dispatch.neighbours.close();
    for (let from = 1; from <= customers; from += PORTION) await fill(dispatch, from, Math.min(customers, from + PORTION - 1));
    await dispatch.sql('ANALYZE person, base_member');
    console.log(`${customers} customers in the base; ${memory()}`);

    for (const one of walkingProgrammes(app.get(CatalogCopy))) {
      for (const day of ['2026-11-02', '2026-11-03']) {
        const { seconds } = await timed(() => app.get(DataSource).transaction((tx) => planDay(tx, one, day, new Date())));
        const [{ size } = { size: 0 }] = await dispatch.sql<{ size: number }>('SELECT size FROM walk_day WHERE programme = $1 AND day = $2', [one.programme.key, day]);
        console.log(`${one.programme.key}: ${day} planned for ${size} in ${round(seconds)} s; ${memory()}`);
      }
    }
    let made = 0;
    const { seconds } = await timed(async () => {
      for (let done = GROUP; done > 0; made += done) done = await app.get(DataSource).transaction((tx) => takeSlots(tx, app.get(CatalogCopy), ['bench', 'firms'], new Date('2026-11-01T18:00:00Z'), GROUP));
    });
    console.log(`${made} places became decisions, ${round(made / seconds)} per second; ${memory()}`);

    const file = Array.from({ length: ROWS }, (_, n) => `F-${n},f${n}@example.com,current,haifa-1,${n}`);
    const csv = `id,email,segment,unit,value\n${file.join('\n')}\n`;
    for (const time of ['first', 'again']) {
      await dispatch.app.call('POST', '/v1/customers/import', { as: everybody, headers: { 'content-type': 'text/csv' }, body: csv });
      const rows = new StoreRows(app.get(DataSource), app.get(Outbox), app.get(CatalogCopy), () => false);
      const stored = await timed(() => rows.turn());
      const [counts] = await dispatch.sql('SELECT created, changed, unchanged, refused FROM base_import ORDER BY id DESC LIMIT 1');
      console.log(`${time}: ${ROWS} rows of a file stored in ${round(stored.seconds)} s (${round(ROWS / stored.seconds)} per second), ${JSON.stringify(counts)}; ${memory()}`);
    }
    console.log(machine());
  } finally {
    await dispatch.close();
  }
}

export const walking = (): Promise<void> => withServers(() => measureWalking());
