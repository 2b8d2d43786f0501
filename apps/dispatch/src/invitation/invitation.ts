import type { Channel, Coordinates, DataOf, InvitationContribution, invitationProgressed, Outcome } from '@candor/contracts';
import { DateTime } from 'luxon';
import { isReminding, reachedBefore, type EarlierMessage, type Fate, type FollowUp } from './follow-up.ts';

type Progressed = DataOf<typeof invitationProgressed>;

/** Where an invitation counts, without the local time: that is when it was sent. */
export type Placement = Omit<Coordinates, 'day' | 'hour'> & Pick<InvitationContribution, 'measure'>;

export interface InvitationState {
  id: string;
  /** Of the last progress told; 0 at first. */
  revision: number;
  /** `issued`: the message is still to be sent; `cancelled`: it never will be. */
  status: 'issued' | 'sent' | 'bounced' | 'cancelled';
  /** Of the present message. Where the invitation counts is in its placement, and stays. */
  channel: Channel;
  address: string;
  placement: Placement;
  /** Of the unit: the local day of the sending is the day on which it counts. */
  timeZone: string;
  expiresAt: Date;
  sentAt: Date | null;
  /** When its provider said that it had arrived; most say nothing. */
  deliveredAt: Date | null;
  /** When its pictures were first fetched: by its reader or by a proxy. */
  openedAt: Date | null;
  /** When a person first did something on its page. */
  startedAt: Date | null;
  answered: boolean;
  /** Which message won the answer: 0 is the first, the others are reminders. null: none did, or it is not known. */
  answeredMessage: number | null;
  matured: boolean;
  /** How often it was claimed to be sent. */
  attempts: number;
  /** null: its programme has no reminders. */
  followUp: FollowUp | null;
}

/** What became of the message or of the customer. `answered.at` is when the customer answered. */
export type Fact =
  /** `attempt`: which one of `attempts` it was. */
  | { type: 'sent'; at: Date; reason?: string; attempt?: number }
  /** A call that reached nobody, and will be made again. */
  | { type: 'unreached'; at: Date; reason: string }
  /** `channel`: of the message that it is about; absent: the present one. */
  | { type: 'delivered'; at: Date; channel?: Channel }
  /** `returned`: by a server that had taken it, and may have said so. */
  | { type: 'refused'; at: Date; reason: string; returned?: true; channel?: Channel }
  | { type: 'opened' | 'started'; at: Date }
  /** `message`: the one that it came by, as its link said; anybody can write another number there. */
  | { type: 'answered'; at: Date; message?: number | undefined }
  | { type: 'time-over'; at: Date }
  | { type: 'cancelled'; at: Date; reason: string; outcome: CancelledOutcome; code: string };

/** How the interaction ends when its message was never sent. */
export type CancelledOutcome = Extract<Outcome, 'opted-out' | 'no-consent' | 'no-address' | 'expired' | 'displaced' | 'excluded' | 'outside-policy'>;

/**
 * Applies one fact. A fact that says nothing new (told twice, or late) changes nothing, so every caller may repeat itself.
 * @returns the new state, and what to tell others, in order: each step as the complete contribution before and after it.
 */
export function progress(state: InvitationState, fact: Fact): { state: InvitationState; told: Progressed[] } {
  const told: Progressed[] = [];
  let now = state;
  const step = (name: Progressed['progress'], change: Partial<InvitationState>, reason?: string, through?: Progressed['through']): void => {
    const after: InvitationState = { ...now, ...change, revision: now.revision + 1 };
    told.push({
      id: state.id, revision: after.revision, progress: name, ...(reason === undefined ? {} : { reason: reason.slice(0, 500) }), ...(through && { through }), at: fact.at.toISOString(),
      before: contributionOf(now), after: contributionOf(after),
    });
    now = after;
  };

  const quietly = (change: Partial<InvitationState>): void => {
    now = { ...now, ...change };
  };
  /** Counted from the moment that the invitation counts itself. */
  const mark = (name: 'opened' | 'started', change: Partial<InvitationState>): void => (now.sentAt === null ? quietly(change) : step(name, change));
  const follow = (change: Partial<FollowUp>): Partial<InvitationState> => (now.followUp ? { followUp: { ...now.followUp, ...change } } : {});
  const out = (at: Date): Partial<InvitationState> => ({ status: 'sent', ...follow({ held: null, failed: null, sentAt: at.toISOString() }) });
  /** The reminder came to nothing: all is as it was before, but for a call, whose number nobody rings any more. */
  const giveUpReminder = (fate: 'bounced' | 'cancelled', reason: string): void => {
    const change = follow({ held: null, failed: { fate, reason } });
    if (state.followUp?.held === 'unreached') step('bounced', { status: 'bounced', ...change }, reason);
    else quietly({ status: state.followUp?.held ?? 'sent', ...change });
  };
  /** News of a message before the present one; how the invitation counts changes if it was the only one that seemed to have arrived. */
  const noteEarlier = (index: number, fate: Fate, reason?: string): void => {
    const earlier = state.followUp!.earlier.map((one, at): EarlierMessage => (at === index ? { ...one, fate, ...(reason !== undefined && { reason }) } : one));
    quietly(follow({ earlier }));
    if (isReminding(now) && now.followUp!.held === 'sent' && !reachedBefore(now)) step('bounced', follow({ held: 'bounced' }), reason);
  };
  const earlierOn = (channel: Channel | undefined): number => (channel === undefined || channel === state.channel ? -1 : (state.followUp?.earlier.findLastIndex((one) => one.channel === channel) ?? -1));

  switch (fact.type) {
    case 'sent':
      // A call can be over, and be put off, before it is noted that it was made.
      if (state.sentAt !== null && fact.attempt !== undefined && fact.attempt < state.attempts) break;
      if (state.status !== 'issued') break;
      if (isReminding(state)) step('reminded', out(fact.at), fact.reason);
      else step('sent', { ...out(fact.at), sentAt: fact.at }, fact.reason);
      break;
    case 'unreached':
      if (state.answered || state.status === 'bounced' || state.status === 'cancelled') break;
      if (state.followUp && state.followUp.earlier.length > 0) {
        // The messages before it count as they did.
        quietly({ status: 'issued', ...follow({ held: state.followUp.held ?? 'sent', failed: { fate: 'unreached', reason: fact.reason } }) });
        break;
      }
      if (state.deliveredAt !== null) break;
      if (state.sentAt === null) step('sent', { ...out(fact.at), sentAt: fact.at }, 'its end came before the sending was noted');
      step('unreached', { status: 'issued' }, fact.reason);
      break;
    case 'refused': {
      const index = earlierOn(fact.channel);
      if (index >= 0) {
        const { fate } = state.followUp!.earlier[index]!;
        if (!state.answered && (fate === 'sent' || (fate === 'delivered' && fact.returned))) noteEarlier(index, 'bounced', fact.reason);
        break;
      }
      if (isReminding(state)) giveUpReminder('bounced', fact.reason);
      // Refused at once, or returned later by a server on the way; a message that was answered has arrived.
      else if (state.status === 'issued' || (state.status === 'sent' && !state.answered && (state.deliveredAt === null || fact.returned || reachedBefore(state)))) {
        const failed = follow({ failed: { fate: 'bounced', reason: fact.reason } });
        if (reachedBefore(state)) quietly(failed);
        else step('bounced', { status: 'bounced', sentAt: state.sentAt ?? fact.at, ...failed }, fact.reason);
      }
      break;
    }
    case 'delivered': {
      const index = earlierOn(fact.channel);
      if (index >= 0 && state.followUp!.earlier[index]!.fate === 'sent') noteEarlier(index, 'delivered');
      if (state.status === 'bounced' || state.status === 'cancelled') break;
      if (index < 0 && isReminding(state) && (fact.channel !== undefined || state.followUp!.held !== 'sent')) step('reminded', out(fact.at), 'its receipt came before the sending was noted');
      else if (state.status === 'issued' && !isReminding(state)) step('sent', { ...out(fact.at), sentAt: fact.at }, 'its receipt came before the sending was noted');
      if (now.deliveredAt === null) step('delivered', { deliveredAt: fact.at });
      break;
    }
    case 'opened':
      if (state.openedAt === null && state.status !== 'cancelled') mark('opened', { openedAt: fact.at });
      break;
    case 'started':
      if (state.startedAt === null && state.status !== 'cancelled') mark('started', { startedAt: fact.at });
      break;
    case 'answered':
      if (state.answered || fact.at > state.expiresAt) break;
      // Whoever answers has a message, whatever was noted so far, and gets no other.
      if (isReminding(now) && now.followUp!.held === 'sent') quietly({ status: 'sent', ...follow({ held: null }) });
      else if (now.status !== 'sent') step('sent', { status: 'sent', sentAt: now.sentAt ?? fact.at, ...follow({ held: null }) }, 'the answer came before the sending was noted');
      step('answered', { answered: true, answeredMessage: throughOf(state, fact.message)?.message ?? null }, undefined, throughOf(state, fact.message));
      break;
    case 'time-over':
      if ((state.status !== 'sent' && !(isReminding(state) && state.followUp!.held === 'sent')) || state.matured || fact.at < state.expiresAt) break;
      step('matured', { matured: true, status: 'sent', ...follow({ held: null }) });
      break;
    case 'cancelled':
      // Whoever was called already was invited, and never reached.
      if (state.status !== 'issued') break;
      if (isReminding(state)) giveUpReminder('cancelled', fact.reason);
      else if (state.sentAt === null) step('cancelled', { status: 'cancelled' }, fact.reason);
      else step('bounced', { status: 'bounced' }, fact.reason);
      break;
  }
  return { state: now, told };
}

/** Where the message went that won the answer; undefined where there is no such message. */
function throughOf({ channel, followUp }: InvitationState, message: number | undefined): Progressed['through'] {
  const earlier = followUp?.earlier ?? [];
  if (message === undefined || message > earlier.length) return undefined;
  return { message, channel: earlier[message]?.channel ?? channel };
}

/** What the invitation adds to the funnel; nothing until it was sent, and nothing if it never will be. */
export function contributionOf({ status, placement, timeZone, sentAt, openedAt, startedAt, answered, matured, followUp }: InvitationState): InvitationContribution | null {
  if (sentAt === null || status === 'cancelled') return null;
  const local = DateTime.fromJSDate(sentAt, { zone: timeZone });
  const counted = (status === 'issued' ? followUp?.held : null) ?? status;
  return {
    ...placement, day: local.toFormat('yyyy-MM-dd'), hour: local.hour,
    // A mail server that accepts a message tells nothing more of it unless it comes back.
    delivered: counted === 'sent', bounced: counted === 'bounced', answered, matured, ...(openedAt !== null && { opened: true }), ...(startedAt !== null && { started: true }),
  };
}
