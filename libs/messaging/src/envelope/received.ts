import type { EventDeclaration, DataOf } from '@candor/contracts';

/** An event as a consumer gets it. */
export interface Received<D = unknown> {
  /** CloudEvents `type`; of the declaration, or `TOMBSTONE_TYPE`. */
  type: string;
  id: string;
  source: string;
  /** When it happened, as its producer says. */
  time: Date;
  /** Valid by the declaration's schema; `undefined` in a tombstone. */
  data: D;
  /** Of the Kafka record. */
  key: string;
  /** Dense per partition; null on topics that are not numbered. */
  number: bigint | null;
  generation: string | null;
  offset: bigint;
  /** When Kafka appended it. */
  publishedAt: Date;
  tombstone: boolean;
  correlation?: string;
  subject?: string;
}

/** Whether this is an event of that declaration; narrows its data. */
export function isEvent<E extends EventDeclaration>(received: Received, event: E): received is Received<DataOf<E>> {
  return received.type === event.type;
}
