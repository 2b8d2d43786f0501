import type { ServiceName } from '@candor/contracts';

export interface MessagingOptions {
  service: ServiceName;
  /** Each host:port. */
  brokers: string[];
  /** Before every topic and group name. */
  topicPrefix: string;
  /** Whether this process publishes what its outbox holds (in turn with other instances). Default true. */
  relay?: boolean;
  /** How long a relay's lease lasts without renewal. */
  leaseMs?: number;
  /** Before the names of consumer groups: instances with different ones read the same partitions. Only tests want that. */
  groupPrefix?: string;
  /** After how much silence a consumer is started again. */
  silenceMs?: number;
}

export const MESSAGING_OPTIONS = Symbol('MESSAGING_OPTIONS');
