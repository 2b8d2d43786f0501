import { topicOf, type DataOf, type EventDeclaration, type TopicDeclaration } from '@candor/contracts';
import { v7 as uuidv7 } from 'uuid';
import { HEADER, TOMBSTONE_TYPE } from '../envelope/headers.ts';

/** An event to publish. */
export interface Outgoing<E extends EventDeclaration = EventDeclaration> {
  event: E;
  data: DataOf<E>;
  /** When it happened; now if not given. */
  time?: Date;
  /** Of the request or event that caused it; the current one if not given. */
  correlation?: string;
  tombstone?: false;
}

/** Says of a key on a `state` topic that it is no more. */
export interface OutgoingTombstone {
  topic: TopicDeclaration;
  key: string;
  correlation?: string;
  tombstone: true;
}

/** `{ event, data }` with the data checked against the event by the compiler. */
export function outgoing<E extends EventDeclaration>(event: E, data: DataOf<E>, more: Pick<Outgoing, 'time' | 'correlation'> = {}): Outgoing<E> {
  return { event, data, ...more };
}

export function outgoingTombstone(topic: TopicDeclaration, key: string, correlation?: string): OutgoingTombstone {
  return { topic, key, tombstone: true, ...(correlation === undefined ? {} : { correlation }) };
}

/** A record before it has a number. */
export interface Encoded {
  topic: TopicDeclaration;
  key: string;
  headers: Record<string, string>;
  payload: string | null;
}

/** Kafka refuses record batches over 1 MB; one event must fit with room to spare. */
export const MAX_PAYLOAD_BYTES = 900_000;

/**
 * Makes the record. Producers are strict: what the schema does not allow never leaves.
 * @throws with the event's type and the fields that are wrong
 */
export function encode(item: Outgoing | OutgoingTombstone, source: string, correlation: string | undefined): Encoded {
  const headers: Record<string, string> = {
    [HEADER.specversion]: '1.0',
    [HEADER.id]: uuidv7(),
    [HEADER.source]: source,
    [HEADER.type]: item.tombstone ? TOMBSTONE_TYPE : item.event.type,
    [HEADER.time]: ((item.tombstone ? undefined : item.time) ?? new Date()).toISOString(),
  };
  const cause = item.correlation ?? correlation;
  if (cause !== undefined) headers[HEADER.correlation] = cause;
  if (item.tombstone) return { topic: item.topic, key: item.key, headers, payload: null };

  const parsed = item.event.schema.safeParse(item.data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Error(`${item.event.type} cannot be published: ${problems}`, { cause: parsed.error });
  }
  headers[HEADER.contentType] = 'application/json';
  const payload = JSON.stringify(parsed.data);
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) throw new Error(`${item.event.type} cannot be published: larger than ${MAX_PAYLOAD_BYTES} bytes`);
  return { topic: topicOf(item.event), key: item.event.key(parsed.data), headers, payload };
}
