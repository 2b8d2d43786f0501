import { HEADER, headerOf } from '../envelope/headers.ts';
import { numberingOf, type Numbering } from '../envelope/numbering.ts';
import { placeKey, type KafkaPort, type OffsetRange } from '../kafka/index.ts';
import type { RelayStore, StreamEnd } from './relay-store.ts';
import type { Stream, Streams } from './streams.ts';

/** Every generation that a relay ever gave; anything else is somebody else's. */
const UUIDV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A stream of which Kafka holds what this database never sent: the database was restored from an older state. */
export interface Older {
  stream: Stream;
  /** The highest number that this database knows to have been acknowledged. */
  sent: bigint;
  /** What Kafka holds last; undefined where it keeps nothing of what came since any more. */
  kafka: Numbering | undefined;
}

/** What Kafka has of a stream beyond what the database knows of. */
type Beyond = { kind: 'nothing' } | { kind: 'forgotten' } | { kind: 'record'; last: Numbering | null; id: string | undefined };

/**
 * Which streams are further in Kafka than this database ever was: their next records would carry numbers that readers have had and drop as known. To be asked by
 * the only one that may publish, before it publishes. One request per topic while nothing is amiss; only where Kafka has something that was not marked as sent
 * is it read. The last record of a partition is never compacted away.
 */
export async function olderThanKafka(kafka: Pick<KafkaPort, 'offsets' | 'records'>, store: Pick<RelayStore, 'waiting'>, streams: Streams, ends: ReadonlyMap<number, StreamEnd>): Promise<Older[]> {
  const ranges = await rangesOf(kafka, streams);
  const unknown = streams.all().filter((stream) => beyond(ranges.get(placeKey(stream)), ends.get(stream.id)));
  const readable = unknown.filter((stream) => isReadable(ranges.get(placeKey(stream))!));
  const records = await kafka.records(readable.map(({ topic, partition }) => ({ topic, partition, offset: ranges.get(placeKey({ topic, partition }))!.high - 1n })));
  const older: Older[] = [];
  for (const stream of unknown) {
    const { sent, end } = ends.get(stream.id) ?? { sent: 0n, end: null };
    const record = records.get(placeKey(stream));
    const last = record ? numberingOf(record) : null;
    const found: Beyond = record ? { kind: 'record', last, id: headerOf(record, HEADER.id) } : { kind: end === null || ranges.get(placeKey(stream))!.high < end ? 'nothing' : 'forgotten' };
    const waiting = last && last.number > sent ? await store.waiting(stream.id, last.number) : undefined;
    if (isOlder(found, stream.generation, sent, waiting)) older.push({ stream, sent, kafka: last ?? undefined });
  }
  return older;
}

/**
 * @param waiting the id of the event that waits under the number of Kafka's last record. A relay that died between send and mark left it there; after a restore
 * the number is free, or another event's that was written since.
 */
export function isOlder(found: Beyond, generation: string, sent: bigint, waiting: string | undefined): boolean {
  if (found.kind === 'nothing') return false;
  // Kafka went on after what we know, and has expired it: readers may have had any number.
  if (found.kind === 'forgotten') return true;
  // Somebody else's record says nothing of our numbers: readers put it aside as malformed.
  if (found.last === null) return false;
  // An earlier generation is one that these tables have ended, or that was lost with other tables: readers notice the new one.
  if (found.last.generation !== generation) return UUIDV7.test(found.last.generation) && found.last.generation > generation;
  return found.last.number > sent && (waiting === undefined || waiting !== found.id);
}

/** One sentence for whoever must mend it. */
export function remedyOf({ stream: { topic, partition }, sent, kafka }: Older, service: string): string {
  const has = kafka ? `number ${kafka.number} of generation ${kafka.generation}` : 'newer records, which have expired';
  return `${topic} is not published: this database is older than Kafka (restored from a backup?): in partition ${partition} Kafka has ${has}, this database has published up to ${sent}; ` +
    `publish the topic again: npm run streams -- republish ${service} ${topic} "restored", or POST /v1/streams/${service}/${topic}/republish`;
}

async function rangesOf(kafka: Pick<KafkaPort, 'offsets'>, streams: Streams): Promise<Map<string, OffsetRange>> {
  const topics = [...new Set(streams.all().map(({ topic }) => topic))];
  const found = await Promise.all(topics.map(async (topic) => (await offsetsOf(kafka, topic)).map((range) => [placeKey({ topic, partition: range.partition }), range] as const)));
  return new Map(found.flat());
}

/** A topic that is not there holds nothing newer than we do; that it is missing, the first send says. */
function offsetsOf(kafka: Pick<KafkaPort, 'offsets'>, topic: string): Promise<OffsetRange[]> {
  return kafka.offsets(topic).catch((error: Error & { type?: string; cause?: { type?: string } }) => {
    if ((error.type ?? error.cause?.type) === 'UNKNOWN_TOPIC_OR_PARTITION') return [];
    throw error;
  });
}

/** Whether Kafka ends elsewhere than where we left it. A topic that was made anew ends earlier, but may have grown since with what this database does not know. */
const beyond = (range: OffsetRange | undefined, end: StreamEnd | undefined): boolean => range !== undefined && range.high > 0n && range.high !== (end?.end ?? null);

const isReadable = ({ low, high }: OffsetRange): boolean => low < high;
