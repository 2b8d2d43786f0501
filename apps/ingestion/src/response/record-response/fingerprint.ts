import { hash } from 'node:crypto';

/**
 * Stands for the original content of an answer: equal for the same content whatever the order of its fields, and of one length whatever its size.
 * By it a repeated post is told from another answer under a used id, without keeping what was posted.
 */
export function fingerprint(content: object): string {
  return hash('sha256', canonical(content), 'base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
