import type { TopicDeclaration } from '@candor/contracts';
import type { DataSource } from 'typeorm';
import type { KafkaPort } from '../kafka/index.ts';
import { storedPositions } from './offsets.ts';

/** What a service may ask about its own consuming. */
export class Inbox {
  readonly #dataSource: DataSource;
  readonly #kafka: KafkaPort;

  constructor(dataSource: DataSource, kafka: KafkaPort) {
    this.#dataSource = dataSource;
    this.#kafka = kafka;
  }

  /**
   * Waits until this service (whichever instance) has applied everything that the topic holds at the time of the call.
   * @returns false if it has not within `timeoutMs`
   */
  async caughtUp(topic: TopicDeclaration, consumer: string, timeoutMs = 2000): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    const ends = (await this.#kafka.offsets(topic.name)).filter(({ low, high }) => high > low);
    for (let pause = 2; ; pause = Math.min(pause * 2, 25)) {
      const stored = await storedPositions(this.#dataSource, consumer, topic.name);
      if (ends.every(({ partition, high }) => (stored.get(partition)?.next ?? 0n) >= high)) return true;
      if (performance.now() + pause > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
