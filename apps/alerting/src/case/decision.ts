import type { CaseEvent } from './case.ts';

/** Why staff cannot do what they asked for now; an expected outcome, so a value. */
export interface Refusal {
  readonly code: 'CASE.ALREADY_CLAIMED' | 'CASE.ALREADY_CLOSED';
  readonly detail: string;
}

/** No events: it is so already, nothing to do. */
export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refused: Refusal };

export const done = (...events: CaseEvent[]): Decision => ({ events });
export const refused = (code: Refusal['code'], detail: string): Decision => ({ refused: { code, detail } });
