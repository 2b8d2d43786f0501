import { isTransient } from '@candor/database';
import type { EntityManager } from 'typeorm';
import { putAside, type Refused } from '../dead-letters/dead-letter.ts';
import { decode } from '../envelope/decode.ts';
import type { Received } from '../envelope/received.ts';
import type { IncomingRecord } from '../kafka/index.ts';
import type { Position } from './batch.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { Handler } from './handlers.ts';
import { moveOffsets, type Place } from './offsets.ts';
import { inTransaction, type AfterCommit, type Target } from './transaction.ts';

/** Somebody else has moved the offset: whatever was read must be thrown away. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** What one fetch brought of one partition, decoded. */
export interface Work {
  place: Place;
  handler: Handler;
  from: Position;
  to: Position;
  events: Received[];
  records: Map<Received, IncomingRecord>;
  malformed: Refused[];
}

export function workOf(handler: Handler, place: Place, from: Position, to: Position, records: readonly IncomingRecord[]): Work {
  const work: Work = { place, handler, from, to, events: [], records: new Map(), malformed: [] };
  for (const record of records) {
    const decoded = decode(handler.topic, record);
    if (decoded.ok) {
      work.events.push(decoded.event);
      work.records.set(decoded.event, record);
    } else {
      work.malformed.push({ record, kind: 'malformed', reason: decoded.reason });
    }
  }
  return work;
}

/**
 * Applies works of one consumer in one transaction, all or nothing: the offsets, what each topic's handler changes, and what is put aside.
 * @throws Fenced, or whatever a handler throws
 */
export async function applyTogether(target: Target, works: readonly Work[]): Promise<void> {
  await applying(target, works, async (tx, afterCommit) => {
    for (const handler of new Set(works.map((work) => work.handler))) {
      await invoke(handler, tx, works.filter((work) => work.handler === handler).flatMap(({ events }) => events), afterCommit);
    }
  });
  for (const work of works) countRefused(work, work.malformed);
}

/**
 * Applies one work in a transaction of its own. A handler that fails on something that will not pass gets the events in ever smaller parts, each behind a
 * savepoint, until the ones it cannot take are found.
 * @throws Fenced, or an error that is transient
 */
export async function applyAlone(target: Target, work: Work): Promise<void> {
  let refused: Refused[] = [];
  try {
    await applying(target, [work], (tx, afterCommit) => invoke(work.handler, tx, work.events, afterCommit));
  } catch (error) {
    if (error instanceof Fenced || isTransient(error) || work.events.length === 0) throw error;
    refused = await applying(target, [work], async (tx, afterCommit) => {
      const failed = await isolate(work, tx, work.events, afterCommit);
      await putAside(tx, work.place, failed);
      return failed;
    });
  }
  countRefused(work, [...work.malformed, ...refused]);
}

function countRefused({ place }: Work, refused: readonly Refused[]): void {
  for (const { kind } of refused) consumerMetrics.deadLetters.inc({ consumer: place.consumer, topic: place.topic, kind });
}

/** Runs `apply` in a transaction that also moves the offsets and puts aside what is no event. */
function applying<T>(target: Target, works: readonly Work[], apply: (tx: EntityManager, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
  return inTransaction(target, async (tx, afterCommit) => {
    // First of all: it also makes another instance with the same batch wait, and then fail, before it has done any work.
    if (!(await moveOffsets(tx, works))) throw new Fenced(`${works[0]!.place.consumer} is no longer where it was`);
    for (const { place, malformed } of works) await putAside(tx, place, malformed);
    return apply(tx, afterCommit);
  });
}

async function invoke(handler: Handler, tx: EntityManager, events: Received[], afterCommit: AfterCommit): Promise<void> {
  if (events.length > 0) await handler.invoke({ topic: handler.topic, events, tx, afterCommit });
}

async function isolate(work: Work, tx: EntityManager, events: Received[], afterCommit: AfterCommit): Promise<Refused[]> {
  const callbacks: (() => void)[] = [];
  await tx.query('SAVEPOINT candor_part');
  try {
    await invoke(work.handler, tx, events, (fn) => callbacks.push(fn));
    await tx.query('RELEASE SAVEPOINT candor_part');
    callbacks.forEach(afterCommit);
    return [];
  } catch (error) {
    if (isTransient(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT candor_part');
    await tx.query('RELEASE SAVEPOINT candor_part');
    const [only] = events;
    if (events.length === 1 && only) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return [{ record: work.records.get(only)!, kind: 'failed', reason }];
    }
    const middle = Math.ceil(events.length / 2);
    const first = await isolate(work, tx, events.slice(0, middle), afterCommit);
    return [...first, ...(await isolate(work, tx, events.slice(middle), afterCommit))];
  }
}
