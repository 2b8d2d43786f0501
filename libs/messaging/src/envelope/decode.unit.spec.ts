import { interactionTopic, isNumbered, responseRecorded, responseTopic, TOPICS, wordsTopic, type TopicDeclaration } from '@candor/contracts';
import type { IncomingRecord } from '../kafka/index.ts';
import { encode, outgoing, outgoingTombstone } from '../outbox/outgoing.ts';
import { decode } from './decode.ts';
import { HEADER } from './headers.ts';

function record(headers: Record<string, string | undefined>, value: string | null, key = 'k'): IncomingRecord {
  const given = Object.entries(headers).filter(([, text]) => text !== undefined).map(([name, text]) => [name, Buffer.from(text!)]);
  return { key: Buffer.from(key), value: value === null ? null : Buffer.from(value), headers: Object.fromEntries(given), offset: '41', timestamp: '1767225600000' };
}
const numbered = { [HEADER.sequence]: '7', [HEADER.generation]: 'g' };
const recorded = { [HEADER.specversion]: '1.0', [HEADER.id]: '1', [HEADER.source]: '/candor/ingestion', [HEADER.type]: responseRecorded.type, ...numbered };
const sample = JSON.stringify(responseRecorded.sample);
const reasonOf = (topic: TopicDeclaration, given: IncomingRecord): string => {
  const decoded = decode(topic, given);
  return decoded.ok ? 'ok' : decoded.reason;
};

test.each(TOPICS.flatMap((topic) => topic.events.map((event) => [event.type, topic, event] as const)))('%s comes out as it went in', (_, topic, event) => {
  const time = new Date('2026-11-22T12:00:00.123Z');
  const { key, headers, payload } = encode(outgoing(event, event.sample as never, { time }), '/candor/test', 'c-1');
  const decoded = decode(topic, record({ ...headers, ...(isNumbered(topic) ? numbered : {}) }, payload, key));
  if (!decoded.ok) throw new Error(decoded.reason);
  expect(decoded.event).toMatchObject({ type: event.type, data: event.sample, key: event.key(event.sample as never), time, source: '/candor/test', correlation: 'c-1', tombstone: false });
  expect(decoded.event.number).toBe(isNumbered(topic) ? 7n : null);
});

test('a tombstone says that the key is no more', () => {
  const { headers, payload, key } = encode(outgoingTombstone(wordsTopic, 'r-1'), '/candor/ingestion', undefined);
  expect(decode(wordsTopic, record({ ...headers, ...numbered }, payload, key))).toMatchObject({ ok: true, event: { tombstone: true, key: 'r-1', data: undefined } });
});

test('fields and headers of a later release are left out', () => {
  const later = JSON.stringify({ ...responseRecorded.sample, mood: 'blue' });
  const decoded = decode(responseTopic, record({ ...recorded, ce_weather: 'rain' }, later));
  expect(decoded).toMatchObject({ ok: true, event: { data: responseRecorded.sample } });
});

test('without a time, the time of publication counts', () => {
  expect(decode(responseTopic, record(recorded, sample))).toMatchObject({ event: { time: new Date(1767225600000) } });
});

test.each([
  ['no CloudEvent at all', {}, sample, 'ce_specversion is missing'],
  ['another version of CloudEvents', { ...recorded, [HEADER.specversion]: '0.3' }, sample, 'version 0.3'],
  ['an empty id', { ...recorded, [HEADER.id]: '' }, sample, 'id missing'],
  ['no source and no type', { ...recorded, [HEADER.source]: undefined, [HEADER.type]: undefined }, sample, 'source, type missing'],
  ['no number', { ...recorded, [HEADER.sequence]: undefined }, sample, 'not numbered'],
  ['a number that is none', { ...recorded, [HEADER.sequence]: '1e3' }, sample, 'not numbered'],
  ['a time that is none', { ...recorded, [HEADER.time]: 'yesterday' }, sample, 'time'],
  ['a type of another topic', { ...recorded, [HEADER.type]: 'com.candor.words.written.v1' }, sample, 'not declared'],
  ['no value', recorded, null, 'value is missing'],
  ['a value that is not JSON', recorded, '{"id":', 'not JSON'],
  ['a content type that is not JSON', { ...recorded, [HEADER.contentType]: 'text/plain' }, sample, 'text/plain'],
  ['data that the schema refuses', recorded, JSON.stringify({ ...responseRecorded.sample, revision: 0 }), 'revision:'],
] as const)('refuses %s, and says why', (_, headers, value, reason) => {
  expect(reasonOf(responseTopic, record(headers, value))).toContain(reason);
});

test('an interaction needs no number: outsiders write it', () => {
  const event = interactionTopic.events[0]!;
  expect(reasonOf(interactionTopic, record({ ...recorded, [HEADER.sequence]: undefined, [HEADER.type]: event.type }, JSON.stringify(event.sample)))).toBe('ok');
});

test('a producer is refused what its own schema refuses, by field', () => {
  const wrong = { ...(responseRecorded.sample as object), revision: 0 };
  expect(() => encode(outgoing(responseRecorded, wrong as never), '/candor/ingestion', undefined)).toThrow('com.candor.response.recorded.v1 cannot be published: revision');
});
