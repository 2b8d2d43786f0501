import { hash } from 'node:crypto';

/**
 * Stands for the original content of an answer: equal for the same content whatever the order of its fields, and of one length whatever its size.
 * By it a repeated post is told from another answer under a used id, without keeping what was posted.
 */
export function fingerprint(content: object): string {
  return hash('sha256', canonical(content), 'base64url');
}

/** JSON with the fields of every object in one order. It runs for every answer: plain loops are a third of the cost of mapped entries. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '{';
  for (const name of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[name];
    if (inner !== undefined) text += `${JSON.stringify(name)}:${canonical(inner)},`;
  }
  return `${text}}`;
}
