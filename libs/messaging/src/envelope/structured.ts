import type { IncomingRecord } from '../kafka/index.ts';
import { HEADER, headerOf } from './headers.ts';

const STRUCTURED = /^application\/cloudevents\+json\s*(;|$)/i;

/** Whether the whole event is in the record's value (CloudEvents Kafka binding 3.3). */
export const isStructured = (record: IncomingRecord): boolean => STRUCTURED.test(headerOf(record, HEADER.contentType) ?? '');

/** The same event as a record in binary mode, or why it is none. */
export function toBinary(record: IncomingRecord): { ok: true; record: IncomingRecord } | { ok: false; reason: string } {
  let event: unknown;
  try {
    event = JSON.parse(record.value?.toString('utf8') ?? '');
  } catch {
    return { ok: false, reason: 'the value is not JSON' };
  }
  if (event === null || typeof event !== 'object' || Array.isArray(event)) return { ok: false, reason: 'no CloudEvent: the value is no JSON object' };

  const { data, data_base64: base64, datacontenttype, ...attributes } = event as Record<string, unknown>;
  const headers: Record<string, string> = { [HEADER.contentType]: typeof datacontenttype === 'string' ? datacontenttype : 'application/json' };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') return { ok: false, reason: `the attribute ${name} is neither text, number nor boolean` };
    headers[`ce_${name}`] = String(value);
  }
  if (base64 !== undefined && base64 !== null) {
    if (typeof base64 !== 'string' || data !== undefined) return { ok: false, reason: 'data_base64 is not text, or stands beside data' };
    return { ok: true, record: { ...record, headers, value: Buffer.from(base64, 'base64') } };
  }
  return { ok: true, record: { ...record, headers, value: data === undefined ? null : Buffer.from(JSON.stringify(data)) } };
}
