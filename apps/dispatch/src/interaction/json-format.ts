import { readEvent, type InteractionEvent, type Read } from './cloud-event.ts';

/**
 * One event in the CloudEvents JSON format: attributes beside `data`, or `data_base64` holding JSON text.
 * @param fieldPrefix what stands before every field named in an error.
 */
export function readJsonEvent(body: unknown, fieldPrefix = ''): Read<InteractionEvent> {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return { ok: false, errors: [{ field: fieldPrefix.replace(/\.$/, '') || 'body', message: 'must be a CloudEvent: a JSON object' }] };
  }
  const { data, data_base64: base64, ...attributes } = body as Record<string, unknown>;
  if (base64 === undefined || base64 === null) return readEvent(attributes, data, fieldPrefix);
  const field = `${fieldPrefix}data_base64`;
  if (data !== undefined) return { ok: false, errors: [{ field, message: 'must not stand beside data' }] };
  const decoded = decode(base64);
  return decoded === undefined ? { ok: false, errors: [{ field, message: 'must be JSON text in base64' }] } : readEvent(attributes, decoded, fieldPrefix);
}

/** Every event of a batch; errors name the place, for example `[2].data.unit`. */
export function readJsonBatch(body: unknown): Read<InteractionEvent[]> {
  if (!Array.isArray(body)) return { ok: false, errors: [{ field: 'body', message: 'must be an array of CloudEvents' }] };
  const read = body.map((event, index) => readJsonEvent(event, `[${index}].`));
  const errors = read.flatMap((one) => (one.ok ? [] : one.errors));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

function decode(base64: unknown): unknown {
  if (typeof base64 !== 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
