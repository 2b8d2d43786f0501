import { eventOf, isNumbered, type TopicDeclaration } from '@candor/contracts';
import type { IncomingRecord } from '../kafka/index.ts';
import { HEADER, headerOf, TOMBSTONE_TYPE } from './headers.ts';
import { numberingOf } from './numbering.ts';
import type { Received } from './received.ts';
import { isStructured, toBinary } from './structured.ts';

export type Decoded = { ok: true; event: Received } | { ok: false; reason: string };

const TIME = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const refuse = (reason: string): Decoded => ({ ok: false, reason });

/**
 * The one parser at the Kafka edge: a record of the topic becomes an event, or a reason why it is none. It reads tolerantly: fields
 * and headers that it does not know are left out.
 */
export function decode(topic: TopicDeclaration, received: IncomingRecord): Decoded {
  // Only outsiders write in structured mode: our own records are binary, and numbered in their headers.
  const unwrapped = topic.kind === 'inbound' && isStructured(received) ? toBinary(received) : { ok: true as const, record: received };
  if (!unwrapped.ok) return refuse(unwrapped.reason);
  const { record } = unwrapped;
  const specversion = headerOf(record, HEADER.specversion);
  if (specversion === undefined) return refuse(`no CloudEvent: the header ${HEADER.specversion} is missing`);
  if (specversion !== '1.0') return refuse(`CloudEvents version ${specversion} is not 1.0`);

  const id = headerOf(record, HEADER.id);
  const source = headerOf(record, HEADER.source);
  const type = headerOf(record, HEADER.type);
  if (!id || !source || !type) return refuse(`no CloudEvent: ${[!id && 'id', !source && 'source', !type && 'type'].filter(Boolean).join(', ')} missing`);

  const numbering = isNumbered(topic) ? numberingOf(record) : null;
  if (isNumbered(topic) && !numbering) return refuse('the record is not numbered: it was not written by the owner of the topic');

  const given = headerOf(record, HEADER.time);
  if (given !== undefined && (!TIME.test(given) || Number.isNaN(Date.parse(given)))) return refuse('time is not an RFC 3339 instant');
  const publishedAt = new Date(Number(record.timestamp));
  const correlation = headerOf(record, HEADER.correlation);
  const subject = headerOf(record, HEADER.subject);
  const envelope = {
    type, id, source, publishedAt,
    time: given === undefined ? publishedAt : new Date(given),
    key: record.key?.toString('utf8') ?? '',
    number: numbering?.number ?? null,
    generation: numbering?.generation ?? null,
    offset: BigInt(record.offset),
    ...(correlation === undefined ? {} : { correlation }),
    ...(subject === undefined ? {} : { subject }),
  };

  if (type === TOMBSTONE_TYPE) {
    return record.value === null ? { ok: true, event: { ...envelope, data: undefined, tombstone: true } } : refuse('a tombstone has no value');
  }
  const declaration = eventOf(topic, type);
  if (!declaration) return refuse(`${type} is not declared in ${topic.name}`);
  if (record.value === null) return refuse('the value is missing');
  const contentType = headerOf(record, HEADER.contentType);
  if (contentType !== undefined && !/^application\/(json|[^;]+\+json)\s*(;|$)/i.test(contentType)) return refuse(`content type ${contentType} is not JSON`);

  let data: unknown;
  try {
    data = JSON.parse(record.value.toString('utf8'));
  } catch {
    return refuse('the value is not JSON');
  }
  const parsed = declaration.schema.safeParse(data);
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'data'}: ${message}`).join('; ').slice(0, 2000));
  return { ok: true, event: { ...envelope, data: parsed.data, tombstone: false } };
}
