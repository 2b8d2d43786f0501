import { invitationTopic, type Contribution, type InvitationContribution, type TopicDeclaration } from '@candor/contracts';
import type { RawBatch, Refused } from '@candor/messaging';
import type { Source } from '../cell/cell-key.ts';
import { readChange, type Change } from '../cell/change.ts';
import { Deltas } from '../cell/deltas.ts';
import type { Move } from './write-cells.ts';

export interface RefusedAt extends Refused {
  topic: string;
  partition: number;
}

export const sourceFor = (topic: TopicDeclaration, partition: number): Source => `${topic === invitationTopic ? 'i' : 'r'}${partition}`;

/** Everything handed over since the last write: what it adds to the cells, and how far each partition moves with it. */
export class Fold {
  readonly deltas = new Deltas();
  readonly refused: RefusedAt[] = [];
  readonly #moves = new Map<Source, Move>();
  readonly #behind = new Set<Source>();
  readonly #applied: Array<() => void> = [];
  events = 0;

  get moves(): Move[] {
    return [...this.#moves.values()];
  }

  /** The version each source reaches with this fold. */
  get reached(): Array<[Source, bigint]> {
    return [...this.#moves].map(([source, { to }]) => [source, to.next]);
  }

  /** Whether more is waiting in Kafka: then a larger fold is cheaper than a quick one. */
  get behind(): boolean {
    return this.#behind.size > 0;
  }

  /** @throws if the batch does not continue where the one before it ended */
  add(batch: RawBatch): void {
    const source = sourceFor(batch.topic, batch.partition);
    const known = this.#moves.get(source);
    if (known && known.to.next !== batch.from.next) throw new Error(`${source} jumps from ${known.to.next} to ${batch.from.next}`);
    for (const record of batch.records) {
      const read = readChange(batch.topic, record);
      if (read.is === 'change') count(this.deltas, batch.topic, read.change, source, batch.to.next);
      else if (read.is === 'malformed') this.refused.push({ record, kind: 'malformed', reason: read.reason, topic: batch.topic.name, partition: batch.partition });
    }
    this.events += batch.records.length;
    this.#moves.set(source, { topic: batch.topic.name, partition: batch.partition, from: known?.from ?? batch.from, to: batch.to });
    this.#applied.push(batch.applied);
    if (batch.to.next < batch.end) this.#behind.add(source);
    else this.#behind.delete(source);
  }

  applied(): void {
    for (const applied of this.#applied) applied();
  }
}

/** Takes back what was and adds what is, whatever the event was called. */
export function count(deltas: Deltas, topic: TopicDeclaration, { before, after }: Change, source: Source, version: bigint): void {
  if (topic === invitationTopic) {
    if (before) deltas.invitation(before as InvitationContribution, -1, source, version);
    if (after) deltas.invitation(after as InvitationContribution, 1, source, version);
  } else {
    if (before) deltas.answer(before as Contribution, -1, source, version);
    if (after) deltas.answer(after as Contribution, 1, source, version);
  }
}
