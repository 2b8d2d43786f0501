import { readEvent, type InteractionEvent, type Read } from './cloud-event.ts';
import { readJsonBatch, readJsonEvent } from './json-format.ts';

export const STRUCTURED = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';
const BINARY = /^application\/([\w.-]+\+)?json$/;

/** What a request holds; `unsupported` where its content type is none that carries CloudEvents in JSON. */
export type HttpRead = Read<InteractionEvent[]> | { ok: false; unsupported: true };

/**
 * Reads the CloudEvents of one HTTP request (CloudEvents HTTP binding 1.0, 3.1 to 3.3).
 * @param body the parsed JSON body; in binary mode it is the data itself.
 */
export function readHttp(headers: Readonly<Record<string, string | string[] | undefined>>, body: unknown): HttpRead {
  const media = single(headers['content-type'])?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (media === BATCH) return readJsonBatch(body);
  if (media === STRUCTURED) return asList(readJsonEvent(body));
  if (media.startsWith('application/cloudevents') || !BINARY.test(media)) return { ok: false, unsupported: true };
  const attributes = binaryAttributes(headers);
  if (Object.keys(attributes).length === 0) {
    const detail = `is required: send the attributes as ce-* headers, or the whole event as ${STRUCTURED}`;
    return { ok: false, errors: ['specversion', 'id', 'source', 'type'].map((field) => ({ field: `ce-${field}`, message: detail })) };
  }
  const read = readEvent(attributes, body ?? undefined);
  if (read.ok) return asList(read);
  return { ok: false, errors: read.errors.map((error) => ({ ...error, field: /^data(\.|$)/.test(error.field) ? error.field : `ce-${error.field}` })) };
}

const asList = (read: Read<InteractionEvent>): Read<InteractionEvent[]> => (read.ok ? { ok: true, value: [read.value] } : read);
const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

function binaryAttributes(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = single(value);
    if (name.startsWith('ce-') && text !== undefined) attributes[name.slice(3)] = percentDecoded(text);
  }
  return attributes;
}

/** Header values carry what is not ASCII percent-encoded (binding 3.1.3.2); a stray percent sign stays as it is. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
