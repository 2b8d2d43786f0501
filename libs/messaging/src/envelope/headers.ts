import { HeaderBlock, type IncomingRecord } from '../kafka/index.ts';

/** CloudEvents 1.0, Kafka protocol binding 1.0.3, binary mode. `sequence` and `generation` number what a service publishes. */
export const HEADER = {
  specversion: 'ce_specversion',
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  time: 'ce_time',
  subject: 'ce_subject',
  sequence: 'ce_sequence',
  generation: 'ce_generation',
  correlation: 'ce_correlation',
  contentType: 'content-type',
} as const;

/** The type of a record without a value: the key's state is no more. */
export const TOMBSTONE_TYPE = 'com.candor.tombstone.v1';

/** A header's text; the last one where it is repeated. */
export function headerOf({ headers }: IncomingRecord, name: string): string | undefined {
  if (headers instanceof HeaderBlock) return headers.find(name);
  const given = headers?.[name];
  const value = Array.isArray(given) ? given.at(-1) : given;
  return typeof value === 'string' ? value : value?.toString('utf8');
}

/** All headers as text. */
export function headersOf(record: IncomingRecord): Record<string, string> {
  if (record.headers instanceof HeaderBlock) return Object.fromEntries(record.headers.entries());
  return Object.fromEntries(Object.keys(record.headers ?? {}).map((name) => [name, headerOf(record, name) ?? '']));
}
