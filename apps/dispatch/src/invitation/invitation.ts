import type { Coordinates, DataOf, InvitationContribution, invitationProgressed, Outcome } from '@candor/contracts';
import { DateTime } from 'luxon';

type Progressed = DataOf<typeof invitationProgressed>;

/** Where an invitation counts, without the local time: that is when it was sent. */
export type Placement = Omit<Coordinates, 'day' | 'hour'>;

export interface InvitationState {
  id: string;
  /** Of the last progress told; 0 at first. */
  revision: number;
  /** `issued`: the message is still to be sent; `cancelled`: it never will be. */
  status: 'issued' | 'sent' | 'bounced' | 'cancelled';
  placement: Placement;
  /** Of the unit: the local day of the sending is the day on which it counts. */
  timeZone: string;
  expiresAt: Date;
  sentAt: Date | null;
  /** When its provider said that it had arrived; most say nothing. */
  deliveredAt: Date | null;
  answered: boolean;
  matured: boolean;
  /** How often it was claimed to be sent. */
  attempts: number;
}

/** What became of the message or of the customer. `answered.at` is when the customer answered. */
export type Fact =
  /** `attempt`: which one of `attempts` it was. */
  | { type: 'sent'; at: Date; reason?: string; attempt?: number }
  /** A call that reached nobody, and will be made again. */
  | { type: 'unreached'; at: Date; reason: string }
  | { type: 'delivered'; at: Date }
  /** `returned`: by a server that had taken it, and may have said so. */
  | { type: 'refused'; at: Date; reason: string; returned?: true }
  | { type: 'answered'; at: Date }
  | { type: 'time-over'; at: Date }
  | { type: 'cancelled'; at: Date; reason: string; outcome: CancelledOutcome; code: string };

/** How the interaction ends when its message was never sent. */
export type CancelledOutcome = Extract<Outcome, 'opted-out' | 'no-consent' | 'no-address' | 'expired' | 'displaced' | 'excluded'>;

/**
 * Applies one fact. A fact that says nothing new (told twice, or late) changes nothing, so every caller may repeat itself.
 * @returns the new state, and what to tell others, in order: each step as the complete contribution before and after it.
 */
export function progress(state: InvitationState, fact: Fact): { state: InvitationState; told: Progressed[] } {
  const told: Progressed[] = [];
  let now = state;
  const step = (name: Progressed['progress'], change: Partial<InvitationState>, reason?: string): void => {
    const after: InvitationState = { ...now, ...change, revision: now.revision + 1 };
    told.push({
      id: state.id, revision: after.revision, progress: name, ...(reason === undefined ? {} : { reason: reason.slice(0, 500) }), at: fact.at.toISOString(),
      before: contributionOf(now), after: contributionOf(after),
    });
    now = after;
  };

  switch (fact.type) {
    case 'sent':
      // A call can be over, and be put off, before it is noted that it was made.
      if (state.sentAt !== null && fact.attempt !== undefined && fact.attempt < state.attempts) break;
      if (state.status === 'issued') step('sent', { status: 'sent', sentAt: fact.at }, fact.reason);
      break;
    case 'unreached':
      if (state.answered || state.deliveredAt !== null || state.status === 'bounced' || state.status === 'cancelled') break;
      if (state.sentAt === null) step('sent', { status: 'sent', sentAt: fact.at }, 'its end came before the sending was noted');
      step('unreached', { status: 'issued' }, fact.reason);
      break;
    case 'refused':
      // Refused at once, or returned later by a server on the way; a message that was answered has arrived.
      if (state.status === 'issued' || (state.status === 'sent' && !state.answered && (state.deliveredAt === null || fact.returned))) step('bounced', { status: 'bounced', sentAt: state.sentAt ?? fact.at }, fact.reason);
      break;
    case 'delivered':
      if (state.deliveredAt !== null || state.status === 'bounced' || state.status === 'cancelled') break;
      if (state.status === 'issued') step('sent', { status: 'sent', sentAt: fact.at }, 'its receipt came before the sending was noted');
      step('delivered', { deliveredAt: fact.at });
      break;
    case 'answered':
      if (state.answered || fact.at > state.expiresAt) break;
      // Whoever answers has the message, whatever was noted of it so far.
      if (now.status !== 'sent') step('sent', { status: 'sent', sentAt: now.sentAt ?? fact.at }, 'the answer came before the sending was noted');
      step('answered', { answered: true });
      break;
    case 'time-over':
      if (state.status === 'sent' && !state.matured && fact.at >= state.expiresAt) step('matured', { matured: true });
      break;
    case 'cancelled':
      // Whoever was called already was invited, and never reached.
      if (state.status !== 'issued') break;
      if (state.sentAt === null) step('cancelled', { status: 'cancelled' }, fact.reason);
      else step('bounced', { status: 'bounced' }, fact.reason);
      break;
  }
  return { state: now, told };
}

/** What the invitation adds to the funnel; nothing until it was sent, and nothing if it never will be. */
export function contributionOf({ status, placement, timeZone, sentAt, answered, matured }: InvitationState): InvitationContribution | null {
  if (sentAt === null || status === 'cancelled') return null;
  const local = DateTime.fromJSDate(sentAt, { zone: timeZone });
  return {
    ...placement, day: local.toFormat('yyyy-MM-dd'), hour: local.hour,
    // A mail server that accepts a message tells nothing more of it unless it comes back.
    delivered: status === 'sent', bounced: status === 'bounced', answered, matured,
  };
}
