/**
 * Interactions decided per second by one instance with every rule on: segments, sample, consent, suppressions, exclusions, frequency, a programme of higher priority beside it,
 * quota, quiet time in many places. From rows that are due to rows, events and invitations that are stored, in groups as the service takes them; and its memory over the run.
 */
import { CatalogCopy } from '@candor/catalog-copy';
import { programmeSet, touchpointSet } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { Channels } from '../../apps/dispatch/src/channel/channels.ts';
import { DecideDue } from '../../apps/dispatch/src/decision/decide-due/decide-due.ts';
import { Loops } from '../../apps/dispatch/src/timer/loops.ts';
import { startDispatch, type Dispatch } from '../../apps/dispatch/test/start-dispatch.ts';
import { machine, round } from '../machine.ts';
import { withServers } from '../servers.ts';

const CUSTOMERS = Number(process.env['BENCH_CUSTOMERS'] ?? 1_000_000);
/** Every customer comes twice: the second visit meets the first. */
const VISITS = 2;
const PORTION = 50_000;
const GROUP = 200;
const DAY_MS = 24 * 3600 * 1000;

async function publishPolicies({ neighbours, app }: Dispatch): Promise<void> {
  const rules = {
    segments: [{ segment: 'current', survey: 1 }, { segment: 'stopped', survey: 2 }], languages: ['he', 'en'], demandsConsent: ['email' as const], sample: 0.9,
    quietHours: { from: '21:00', to: '08:00' }, quota: { n: 50, period: 'month' as const, channels: ['voice' as const] }, channels: ['email' as const, 'voice' as const],
  };
  await neighbours.publish(programmeSet, { ...programmeSet.sample, ...rules, key: 'bench' });
  await neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'before', priority: 5 });
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'bench', programme: 'bench', delay: 'PT0S' });
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'before', programme: 'before', delay: 'P3D' });
  await app.app.get(CatalogCopy).reachEnd();
}

/** Customers of four countries in three segments, one in fifty on the list of those who are never asked, one in forty opted out; each with two visits that are due. */
async function fill({ sql }: Dispatch, from: number, to: number): Promise<void> {
  const fact = (value: string): string => `jsonb_build_object('value', ${value}, 'at', '2026-01-01T00:00:00.000Z')`;
  await sql(`
    INSERT INTO person (id, customer_id, facts, changed_at) SELECT gen_random_uuid(), 'B-' || n, jsonb_build_object(
      'email', ${fact("'b' || n || '@example.com'")}, 'phone', ${fact("(ARRAY['+97250', '+25191', '+44740', '+49151'])[1 + n % 4] || lpad((n % 10000000)::text, 7, '0')")},
      'segment', ${fact("(ARRAY['current', 'stopped', 'other'])[1 + n % 3]")}, 'consent.email', ${fact('true')}, 'language', ${fact("'he'")}), now()
    FROM generate_series($1::int, $2::int) n`, [from, to]);
  await sql(`INSERT INTO exclusion (id, kind, value, reason, note, added_by, added_by_name, added_at)
    SELECT gen_random_uuid(), 'customer', 'B-' || n, 'do-not-contact', 'list', 'bench', 'bench', now() FROM generate_series($1::int, $2::int) n WHERE n % 50 = 0`, [from, to]);
  await sql(`INSERT INTO suppression (channel, address, reason, since) SELECT 'email', 'b' || n || '@example.com', 'opted-out', now() FROM generate_series($1::int, $2::int) n WHERE n % 40 = 1`, [from, to]);
  await sql(`
    INSERT INTO decision (id, source, event_id, content_hash, person, customer_id, touchpoint, unit, occurred_at, interaction, accepted_at, reason_code, reason_detail, programme, policy_version, due_at, decided_at)
    SELECT gen_random_uuid(), '/bench', n || '-' || v, '\\x00', p.id, p.customer_id, 'bench', (ARRAY['haifa-1', 'ashdod'])[1 + n % 2], now() - interval '1 hour',
      jsonb_build_object('servedBy', 'emp-' || n % 40, 'value', jsonb_build_object('amount', n % 1000, 'currency', 'ILS')), now(), 'DELAY', 'bench', 'bench', 1, now() - interval '1 hour', now()
    FROM generate_series($1::int, $2::int) n JOIN person p ON p.customer_id = 'B-' || n CROSS JOIN generate_series(1, ${VISITS}) v`, [from, to]);
  await sql('ANALYZE decision, person, invitation, exclusion, suppression');
}

/** On servers that are there: `CANDOR_TEST_STACK`. */
export async function measureDeciding(customers = CUSTOMERS): Promise<void> {
  const dispatch = await startDispatch();
  try {
    // Whoever decides here does so at our word, and nothing is sent.
    await dispatch.app.app.get(Loops).beforeApplicationShutdown();
    await publishPolicies(dispatch);
    // They would keep everything they hear.
    await dispatch.neighbours.close();
    const decider = new DecideDue(dispatch.app.app.get(Outbox), dispatch.app.app.get(CatalogCopy), dispatch.app.app.get(Channels));
    // Noon in the middle of a week, so that most may be asked; what is quiet anywhere then, is.
    const now = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2 + ((10 - new Date().getUTCDay()) % 7) * DAY_MS);
    let [decided, ms] = [0, 0];
    for (let from = 1; from <= customers; from += PORTION) {
      await fill(dispatch, from, Math.min(customers, from + PORTION - 1));
      const begin = performance.now();
      for (let done = GROUP; done > 0; decided += done) ({ done } = await decider.turn(now, GROUP));
      ms += performance.now() - begin;
      const { rss, heapUsed } = process.memoryUsage();
      console.log(`${decided} decided, ${round((decided * 1000) / ms)} per second, heap ${round(heapUsed / 2 ** 20)} MiB, resident ${round(rss / 2 ** 20)} MiB`);
    }
    const outcomes = await dispatch.sql<{ outcome: string; reason: string; n: number }>("SELECT outcome, reason_code AS reason, count(*)::int AS n FROM decision WHERE source = '/bench' GROUP BY 1, 2 ORDER BY 3 DESC");
    console.log(outcomes.map(({ outcome, reason, n }) => `${n} ${outcome} ${reason}`).join(', '));
    console.log(`${machine()}\n${round((decided * 1000) / ms)} interactions per second over ${customers} customers (goal 1,000)`);
  } finally {
    await dispatch.close();
  }
}

export const deciding = (): Promise<void> => withServers(() => measureDeciding());
