import type { EntityManager } from 'typeorm';
import { inTransaction, type Target } from '../inbox/transaction.ts';
import { quoted } from './columns.ts';
import { lostBeside, reconcileDeadLetters } from './dead-letters-beside.ts';
import type { Beside, Difference, ReadModel } from './read-model.ts';
import { replaceRows } from './replace-rows.ts';

/** The rebuild is another's now, or was cancelled. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/** What was built lacks something that the live model has. */
export class Lacks extends Error {
  override readonly name = 'Lacks';
}

export interface Place {
  topic: string;
  partition: number;
  next: bigint;
}

/** Where the live model is in the topics that its handlers read today. */
export async function livePlaces(db: Pick<EntityManager, 'query'>, consumer: string, topics: readonly string[], held = false): Promise<Place[]> {
  const rows = (await db.query(
    `SELECT topic, partition, next FROM consumer_offset WHERE consumer = $1 AND topic = ANY ($2) ORDER BY topic, partition ${held ? 'FOR UPDATE' : ''}`, [consumer, topics],
  )) as { topic: string; partition: number; next: string }[];
  return rows.map(({ topic, partition, next }) => ({ topic, partition, next: BigInt(next) }));
}

export interface SwapOptions {
  target: Target;
  model: ReadModel;
  beside: Beside;
  topics: readonly string[];
  /** Reads up to exactly here; throws if that takes too long. */
  reach(places: readonly Place[]): Promise<void>;
  /** Whether the rebuild is still ours, held to the end of the transaction. */
  hold(tx: EntityManager): Promise<boolean>;
  /** Writes down what was done, in the same transaction. */
  done(tx: EntityManager, differences: readonly Difference[]): Promise<void>;
}

/**
 * One transaction: the live consumer stands still, the new model reads up to where it stands, and the live tables become what the new ones are. Readers see the one or
 * the other; the consumer goes on where it was, since its offsets are right for both.
 */
export async function swap({ target, model, beside, topics, reach, hold, done }: SwapOptions): Promise<void> {
  await inTransaction(target, async (tx, afterCommit) => {
    await tx.query("SET LOCAL lock_timeout = '5s'");
    // Nobody hands a dead letter to the old model while it is being replaced.
    await tx.query('LOCK TABLE dead_letter IN EXCLUSIVE MODE');
    await reach(await livePlaces(tx, model.consumer, topics, true));
    if (!(await hold(tx))) throw new NotOurs();
    const lacking = await lostBeside(tx, beside);
    if (lacking !== undefined) throw new Lacks(lacking);
    await tx.query('SET LOCAL lock_timeout = 0');
    if (model.complete) {
      await tx.query(`SET LOCAL search_path TO ${quoted(beside.schema)}, ${quoted(beside.live)}`);
      await model.complete(tx);
      await tx.query(`SET LOCAL search_path TO ${quoted(beside.live)}`);
    }
    await reconcileDeadLetters(tx, beside, model.consumer);
    const differences = await (model.replace ? model.replace(tx, beside, afterCommit) : replaceRows(tx, beside, model.tables));
    await model.replaced?.(tx, differences, afterCommit);
    await done(tx, differences);
  });
}
