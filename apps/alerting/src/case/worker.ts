import type { Principal } from '@candor/identity';
import type { Worker } from './staff-work.ts';

/** Whoever asks, as the history names them. */
export function workerOf(principal: Principal): Worker {
  return { id: principal.subject, name: principal.name, assigns: principal.scopes.includes('cases:assign') };
}
