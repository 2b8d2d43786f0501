import { createHash } from 'node:crypto';
import type { InteractionEvent } from './cloud-event.ts';

/** One string for one (`source`, `id`); a line feed is in neither. */
export const identityOf = (event: { source: string; id: string }): string => `${event.source}\n${event.id}`;

const HASH_BYTES = 16;

/** Whether a hash that was stored, perhaps whole by an earlier release, is this one. */
export const isSameContent = (stored: Buffer, hash: Buffer): boolean => stored.subarray(0, HASH_BYTES).equals(hash);

/**
 * What makes a second event with the same identity the same event: its data, whatever the order of its fields. Attributes such as `time` or a trace
 * context may differ between two attempts to send one event. Half of a SHA-256 is enough to tell mistakes: nobody gains by two contents under one identity of their own.
 */
export function contentHash(event: InteractionEvent): Buffer {
  return createHash('sha256').update(canonical(event.data)).digest().subarray(0, HASH_BYTES);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
