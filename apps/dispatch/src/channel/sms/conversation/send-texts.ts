import type { DataSource } from 'typeorm';
import type { Route } from '../../route.ts';
import { retryAt } from '../../../invitation/send-due/retry.ts';

interface Row {
  id: string;
  provider: string;
  address: string;
  body: string;
  written_at: Date;
  attempts: number;
}

const TURN = 20;
const LEASE_MS = 60_000;
/** An answer that comes later than this is about nothing any more. */
const TOO_LATE_MS = 3_600_000;

const CLAIM = `
  WITH due AS (
    SELECT id FROM outgoing_text WHERE next_attempt_at <= $1 AND (lease_until IS NULL OR lease_until <= $1) ORDER BY next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  UPDATE outgoing_text t SET lease_until = $3, attempts = t.attempts + 1 FROM due WHERE t.id = due.id
  RETURNING t.id, t.provider, t.address, t.body, t.written_at, t.attempts`;
const DONE = 'DELETE FROM outgoing_text WHERE id = $1';
const PUT_BACK = 'UPDATE outgoing_text SET lease_until = NULL, next_attempt_at = $2 WHERE id = $1';
const NEXT = 'SELECT min(greatest(next_attempt_at, lease_until)) AS at FROM outgoing_text';

/** Sends what we answer in conversations, by the provider that the customer wrote by where it works. */
export async function sendTexts(dataSource: DataSource, route: Route, clock: () => Date): Promise<{ done: number; more: boolean }> {
  const now = clock();
  const [rows]: [Row[], number] = await dataSource.query(CLAIM, [now, TURN, new Date(now.getTime() + LEASE_MS)]);
  const deadline = performance.now() + LEASE_MS / 2;
  await Promise.all(rows.map((row) => sendOne(dataSource, route, row, deadline, clock)));
  return { done: rows.length, more: rows.length === TURN };
}

async function sendOne(dataSource: DataSource, route: Route, row: Row, deadline: number, clock: () => Date): Promise<void> {
  const now = clock();
  if (now.getTime() - row.written_at.getTime() > TOO_LATE_MS) return void (await dataSource.query(DONE, [row.id]));
  const lane = route.pickNamed(row.provider, now) ?? route.pick(now);
  const sendText = lane?.provider.sendText?.bind(lane.provider);
  const result = lane && sendText ? await lane.run(row.address, deadline, () => sendText(row.address, row.body), clock) : undefined;
  if (result?.kind === 'accepted' || result?.kind === 'refused') await dataSource.query(DONE, [row.id]);
  else await dataSource.query(PUT_BACK, [row.id, result?.kind === 'deferred' ? retryAt(row.attempts, now) : (route.pausedUntil(now) ?? new Date(now.getTime() + 1000))]);
}

export async function nextText(dataSource: DataSource): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await dataSource.query(NEXT);
  return row?.at ?? null;
}
