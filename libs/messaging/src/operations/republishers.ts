import type { TopicDeclaration } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { Outgoing, OutgoingTombstone } from '../outbox/index.ts';

/** Tells again, from the service's tables, all that a topic of its own should hold. */
export interface Republisher {
  readonly topic: TopicDeclaration;
  /** In an order that readers can follow. Read in the given transaction, in which nobody else writes to the topic. */
  events(tx: EntityManager): AsyncIterable<Outgoing | OutgoingTombstone>;
}

/** Which topics the service can publish again; its modules add theirs as they start. */
export class Republishers {
  readonly #byTopic = new Map<string, Republisher>();

  add(republisher: Republisher): void {
    this.#byTopic.set(republisher.topic.name, republisher);
  }

  of(topic: string): Republisher | undefined {
    return this.#byTopic.get(topic);
  }

  topics(): string[] {
    return [...this.#byTopic.keys()].sort();
  }
}
