import { isTransient } from '@candor/database';
import type { DataSource, EntityManager } from 'typeorm';
import { putAside, type Refused } from '../dead-letters/dead-letter.ts';
import { decode } from '../envelope/decode.ts';
import type { Received } from '../envelope/received.ts';
import type { IncomingRecord } from '../kafka/index.ts';
import type { Position } from './batch.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { Handler } from './handlers.ts';
import { moveOffset, type Place } from './offsets.ts';

/** Somebody else has moved the offset: whatever was read must be thrown away. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

export interface Target {
  dataSource: DataSource;
  /** With the manager of the transaction that has committed. */
  onCommit: (tx: EntityManager) => void;
}

interface Work {
  place: Place;
  handler: Handler;
  from: Position;
  to: Position;
  events: Received[];
  records: Map<Received, IncomingRecord>;
  malformed: Refused[];
}

/**
 * Applies records in one transaction: the offset, what the handler changes, and what is put aside.
 * A handler that fails on something that will not pass gets the events in ever smaller parts, each behind a savepoint, until the ones it cannot take are found.
 * @throws Fenced, or an error that is transient
 */
export async function apply(target: Target, handler: Handler, place: Place, from: Position, to: Position, records: readonly IncomingRecord[]): Promise<void> {
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
  let refused: Refused[];
  try {
    refused = await inTransaction(target, work, (tx, afterCommit) => invoke(work, tx, work.events, afterCommit).then(() => []));
  } catch (error) {
    if (error instanceof Fenced || isTransient(error) || work.events.length === 0) throw error;
    refused = await inTransaction(target, work, (tx, afterCommit) => isolate(work, tx, work.events, afterCommit));
  }
  for (const { kind } of [...work.malformed, ...refused]) consumerMetrics.deadLetters.inc({ consumer: place.consumer, topic: place.topic, kind });
}

type AfterCommit = (fn: () => void) => void;

async function inTransaction({ dataSource, onCommit }: Target, work: Work, run: (tx: EntityManager, afterCommit: AfterCommit) => Promise<Refused[]>): Promise<Refused[]> {
  const callbacks: (() => void)[] = [];
  let committed: EntityManager | undefined;
  const refused = await dataSource.transaction(async (tx) => {
    committed = tx;
    // First of all: it also makes another instance with the same batch wait, and then fail, before it has done any work.
    if (!(await moveOffset(tx, work.place, work.from, work.to))) throw new Fenced(`${work.place.consumer} is no longer at ${work.from.next}`);
    await putAside(tx, work.place, work.malformed);
    const failed = await run(tx, (fn) => callbacks.push(fn));
    await putAside(tx, work.place, failed);
    return failed;
  });
  onCommit(committed!);
  for (const callback of callbacks) callback();
  return refused;
}

async function invoke({ handler, place }: Work, tx: EntityManager, events: Received[], afterCommit: AfterCommit): Promise<void> {
  if (events.length > 0) await handler.invoke({ topic: handler.topic, partition: place.partition, events, tx, afterCommit });
}

async function isolate(work: Work, tx: EntityManager, events: Received[], afterCommit: AfterCommit): Promise<Refused[]> {
  const callbacks: (() => void)[] = [];
  await tx.query('SAVEPOINT candor_part');
  try {
    await invoke(work, tx, events, (fn) => callbacks.push(fn));
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
