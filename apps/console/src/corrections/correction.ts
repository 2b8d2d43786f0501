import type { Call } from '../api/client.ts';
import type { Answer } from '../answers/answer.ts';

export type Correction = { readonly what: 'exclude' | 'reinstate' } | { readonly what: 'score'; readonly score: number };

/** The call that corrects an answer; null while no reason is given: the API takes amendments without one, people always say why. */
export function correctionCall({ id, revision }: Pick<Answer, 'id' | 'revision'>, correction: Correction, given: string): { path: string; call: Call } | null {
  const reason = given.trim();
  if (reason === '') return null;
  const path = `/v1/responses/${encodeURIComponent(id)}`;
  // Whoever corrects corrects what they see: if it has changed since, the API refuses.
  const ifMatch = `"${revision}"`;
  if (correction.what === 'score') return { path, call: { method: 'PATCH', body: { score: correction.score, reason }, ifMatch } };
  return { path: `${path}/${correction.what}`, call: { method: 'POST', body: { reason }, ifMatch } };
}
