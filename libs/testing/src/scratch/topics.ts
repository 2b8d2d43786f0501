import { setTimeout as sleep } from 'node:timers/promises';
import type { Provisioning } from './provisioning.ts';

const ATTEMPTS = 10;

/**
 * Creates every topic under the prefix. Tried again on failure: a busy broker learns of new topics a moment after its
 * controller has made them, and denies them, or to lead them, until then.
 */
export async function createTopics(brokers: string[], prefix: string, { ensureTopics, reachTopics }: Pick<Provisioning, 'ensureTopics' | 'reachTopics'>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ensureTopics(brokers, prefix);
      await reachTopics(brokers, prefix);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(200 * attempt);
    }
  }
}
