import type { CaseOutcome } from '@candor/contracts';
import type { Actor, Case } from './case.ts';
import { done, refused, type Decision } from './decision.ts';

/** Somebody at work on tasks; `assigns`: may also take from and give to others. */
export interface Worker extends Actor {
  readonly assigns: boolean;
}

const actor = ({ id, name }: Worker): Actor => ({ id, name });
const closed = (): Decision => refused('CASE.ALREADY_CLOSED', 'The task has been closed.');
const taken = (state: Case): Decision => refused('CASE.ALREADY_CLAIMED', `The task is with ${state.assignee?.name ?? 'somebody else'}.`);
const withAnother = (state: Case, by: Worker): boolean => state.assignee !== null && state.assignee.id !== by.id;

/** The first time somebody who works tasks opens one; from then on the respondent's score is locked (domain 9.2). */
export function view(state: Case, by: Worker, now: Date): Decision {
  return state.viewedAt ? done() : done({ type: 'viewed', at: now, by: actor(by) });
}

export function claim(state: Case, by: Worker, now: Date): Decision {
  if (state.status === 'closed') return closed();
  if (withAnother(state, by)) return taken(state);
  return state.status === 'claimed' ? done() : done({ type: 'claimed', at: now, by: actor(by) });
}

/** A supervisor gives the task to somebody, whoever has it now. */
export function assign(state: Case, assignee: Actor, by: Worker, now: Date): Decision {
  if (state.status === 'closed') return closed();
  if (state.assignee?.id === assignee.id) return done();
  return done({ type: 'assigned', at: now, by: actor(by), assignee });
}

export function release(state: Case, by: Worker, now: Date): Decision {
  if (state.status === 'closed') return closed();
  if (state.status === 'open') return done();
  if (withAnother(state, by) && !by.assigns) return taken(state);
  return done({ type: 'released', at: now, by: actor(by) });
}

/** Colleagues may add what they know, also after the end: a customer may call back. */
export function note(_state: Case, text: string, by: Worker, now: Date): Decision {
  return done({ type: 'noted', at: now, by: actor(by), text });
}

export function close(state: Case, end: { outcome: CaseOutcome; note: string | null }, by: Worker, now: Date): Decision {
  if (state.status === 'closed') return closed();
  if (withAnother(state, by) && !by.assigns) return taken(state);
  return done({ type: 'closed', at: now, by: actor(by), outcome: end.outcome, text: end.note, cause: null });
}
