import { responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated } from '@candor/contracts';
import { changeOf, type Answer, type Consent, type Recording } from './answer.ts';
import { wordsOf, wordsDiffer } from './words-of.ts';
import type { Said } from './said.ts';

/** Who amends: the respondent, who is bound by the lock and the programme's window, or a holder of the right to correct, who is not. */
export type Amender =
  | { readonly kind: 'respondent'; /** End of the programme's window, not included. */ readonly until: Date }
  | { readonly kind: 'corrector'; readonly reason?: string };

/** Absent: as it was. */
export interface Amendment {
  readonly score?: number;
  readonly discourage?: number;
  /** null removes it. */
  readonly comment?: string | null;
  readonly recording?: Recording;
  readonly consent?: Partial<Consent>;
}

export type Decision =
  | { readonly kind: 'changed'; readonly answer: Answer; readonly events: readonly Said[] }
  | { readonly kind: 'unchanged'; readonly answer: Answer }
  | { readonly kind: 'locked'; readonly because: 'by-staff' | 'window-over' }
  | { readonly kind: 'erased' };

/** A new answer: said once, with its words where there are any. */
export function record(answer: Answer): Extract<Decision, { kind: 'changed' }> {
  const words = wordsOf(answer);
  return { kind: 'changed', answer, events: [{ event: responseRecorded, data: changeOf(null, answer) }, ...(words ? [words] : [])] };
}

/**
 * A change of the score or the words (domain 9.2). Once staff have seen an answer its score stands, and what the respondent adds in words is
 * still heard; once the programme's window is over, nothing of it changes any more.
 */
export function amend(answer: Answer, amendment: Amendment, by: Amender, now: Date): Decision {
  if (answer.state === 'erased') return { kind: 'erased' };
  const wanted = applied(answer, amendment);
  const scoreDiffers = wanted.score !== answer.score || wanted.discourage !== answer.discourage;
  if (!scoreDiffers && !wordsDiffer(answer, wanted) && !consentDiffers(answer, wanted)) return { kind: 'unchanged', answer };
  if (by.kind === 'respondent') {
    const because = lockOf(answer, by.until, now);
    if (because === 'window-over' || (because === 'by-staff' && scoreDiffers)) return { kind: 'locked', because };
  }
  const reason = by.kind === 'respondent' ? 'respondent' : (by.reason ?? 'corrected');
  return changed(answer, { ...wanted, reason }, responseAmended, now);
}

/** It no longer counts (bot, test, fraud). Excluded already: nothing changes, and the first reason stands. */
export function exclude(answer: Answer, reason: string, now: Date): Decision {
  if (answer.state === 'erased') return { kind: 'erased' };
  if (answer.state === 'excluded') return { kind: 'unchanged', answer };
  return changed(answer, { ...answer, state: 'excluded', reason }, responseExcluded, now);
}

/** It counts again. */
export function reinstate(answer: Answer, reason: string, now: Date): Decision {
  if (answer.state === 'erased') return { kind: 'erased' };
  if (answer.state === 'counted') return { kind: 'unchanged', answer };
  return changed(answer, { ...answer, state: 'counted', reason }, responseReinstated, now);
}

/** Nothing stays of who said it and what they said; what it added to the figures is taken back. An event that follows from it names nobody. */
export function erase(answer: Answer, now: Date): Decision {
  if (answer.state === 'erased') return { kind: 'erased' };
  const { id, revision, measure, score, coordinates: { programme, touchpoint, path, day, hour, channel }, answeredAt, recordedAt } = answer;
  const gone: Answer = { id, revision: revision + 1, state: 'erased', measure, score, coordinates: { programme, touchpoint, path, day, hour, channel }, answeredAt, recordedAt, changedAt: now };
  return { kind: 'changed', answer: gone, events: [{ event: responseErased, data: changeOf(answer, gone) }] };
}

/** Why the respondent can no longer change the score; undefined while they can. */
export function lockOf(answer: Answer, until: Date, now: Date): 'by-staff' | 'window-over' | undefined {
  if (now >= until) return 'window-over';
  return answer.lockedAt ? 'by-staff' : undefined;
}

function applied(answer: Answer, amendment: Amendment): Answer {
  const { comment, ...rest } = answer;
  const said = amendment.comment === undefined ? comment : (amendment.comment ?? undefined);
  return {
    ...rest,
    score: amendment.score ?? answer.score,
    ...(amendment.discourage !== undefined && { discourage: amendment.discourage }),
    ...(said !== undefined && { comment: said }),
    ...(amendment.recording && { recording: amendment.recording }),
    ...(amendment.consent && { consent: { contact: false, name: false, ...answer.consent, ...amendment.consent } }),
  };
}

function consentDiffers(before: Answer, after: Answer): boolean {
  return before.consent?.contact !== after.consent?.contact || before.consent?.name !== after.consent?.name;
}

function changed(before: Answer, wanted: Answer, event: Said['event'], now: Date): Decision {
  const answer: Answer = { ...wanted, revision: before.revision + 1, changedAt: now };
  const words = wordsDiffer(before, answer) ? wordsOf(answer, { always: true }) : undefined;
  return { kind: 'changed', answer, events: [{ event, data: changeOf(before, answer) } as Said, ...(words ? [words] : [])] };
}
