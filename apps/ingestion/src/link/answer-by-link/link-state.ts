import { Duration } from 'luxon';
import type { Answer } from '../../response/answer.ts';
import { lockOf } from '../../response/decide.ts';

/** What a link offers at a moment. */
export type LinkState =
  | { readonly kind: 'open' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly changeUntil: Date; readonly locked?: 'by-staff' | 'window-over' };

/** An answer that was given stays there to be read when the link has expired; only the first answer must come in time. */
export function linkState(link: { readonly expiresAt: Date }, answer: Answer | undefined, amendWindow: string, now: Date): LinkState {
  if (!answer) return now >= link.expiresAt ? { kind: 'expired' } : { kind: 'open' };
  if (answer.state === 'erased') return { kind: 'erased' };
  const changeUntil = windowEnd(answer, amendWindow);
  const locked = lockOf(answer, changeUntil, now);
  return { kind: 'answered', answer, changeUntil, ...(locked && { locked }) };
}

/** @param amendWindow ISO 8601 duration from the first answer on */
export function windowEnd(answer: Answer, amendWindow: string): Date {
  return new Date(answer.answeredAt.getTime() + Duration.fromISO(amendWindow).toMillis());
}
