import type { TopicDeclaration } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { Received } from '../envelope/received.ts';
import type { IncomingRecord } from '../kafka/index.ts';

/** What a handler gets: events in their order, and the transaction that also moves the consumer's offset. */
export interface Batch {
  topic: TopicDeclaration;
  /** Of any number of partitions, each in its order. Never seen before by this consumer, valid by their schemas, dense in their numbers on fact topics. */
  events: Received[];
  /** Everything that the handler changes, it changes here. It commits together with the offset, or not at all. */
  tx: EntityManager;
  /** Runs `fn` once the transaction has committed; for waking and telling, which nothing may depend on. */
  afterCommit(fn: () => void): void;
}

/** Where a consumer is in a partition: the next offset, and on numbered topics the last number it has applied. */
export interface Position {
  next: bigint;
  generation: string | null;
  number: bigint | null;
}

/**
 * What a handler in `raw` mode gets: undecoded records, numbers checked and duplicates dropped. It must write `to` where it finds `from` (`consumer_offset`),
 * in one transaction with what the records change, now or later; if it finds something else, or fails, it calls `rewind`.
 */
export interface RawBatch {
  topic: TopicDeclaration;
  partition: number;
  records: readonly IncomingRecord[];
  from: Position;
  to: Position;
  /** The partition's end when this was fetched: `to.next === end` means caught up. */
  end: bigint;
  /**
   * Changes when the consumer begins again (a rebalance, a rewind). What an earlier session handed over and is not written yet must be thrown
   * away: it comes again.
   */
  session: number;
  /** To call once `to` is written. */
  applied(): void;
  /** Throws away what was handed over and not yet written, in all partitions, and begins again from what is stored. */
  rewind(): void;
}

/** A dead letter handed to a handler again: one event, to be written in the given transaction, without an offset. */
export type Replay = Batch & { replay: true; partition: number };

/** What a handler that `startsOver` gets before the first record of a new generation: it forgets, in the given transaction, all that it has of the partition. */
export interface StartOver extends Pick<Batch, 'topic' | 'tx' | 'afterCommit'> {
  startOver: true;
  partition: number;
}
