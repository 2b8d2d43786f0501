import type { Channel } from '@candor/contracts';
import type { PlannedReminder } from '../decision/policy.ts';

/**
 * How the conversation about one invitation goes on while its customer stays silent. It has one link, whatever it was sent by, so whichever message is answered, it is one answer.
 * Kept as JSON; times are instants as text.
 */
export interface FollowUp {
  /** Of the programme, as it was when it was decided to invite. */
  plan: readonly PlannedReminder[];
  /** How many of these were sent, or passed over. */
  used: number;
  /** What was sent, or was to be, before the present message: the first, then reminders. */
  earlier: readonly EarlierMessage[];
  /** While a reminder waits to be sent: what the invitation counts as. */
  held: 'sent' | 'bounced' | 'unreached' | null;
  /** When the present message went out. */
  sentAt: string | null;
  /** Why the present message reached nobody. */
  failed: { fate: Failure; reason: string } | null;
}
export type Failure = 'bounced' | 'unreached' | 'cancelled';
export type Fate = 'sent' | 'delivered' | Failure;

export interface EarlierMessage {
  channel: Channel;
  address: string;
  sentAt: string | null;
  fate: Fate;
  reason?: string;
}

/** What all of this depends on. */
export interface Followed {
  status: 'issued' | 'sent' | 'bounced' | 'cancelled';
  channel: Channel;
  address: string;
  expiresAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  answered: boolean;
  matured: boolean;
  followUp: FollowUp | null;
}

/** null where the programme has no reminders: then nothing of this is kept. */
export const followUpOf = (plan: readonly PlannedReminder[]): FollowUp | null =>
  plan.length === 0 ? null : { plan, used: 0, earlier: [], held: null, sentAt: null, failed: null };

/** A reminder is to be sent. */
export const isReminding = ({ status, followUp }: Pick<Followed, 'status' | 'followUp'>): boolean => status === 'issued' && followUp !== null && followUp.held !== null;

/** Some message before the present one has arrived, as far as is known. */
export const reachedBefore = ({ followUp }: Pick<Followed, 'followUp'>): boolean => followUp?.earlier.some(({ fate }) => fate === 'sent' || fate === 'delivered') ?? false;

/**
 * Which message somebody answers who answers on this channel: the last one there; 0 is the first. One that waits to be sent was not answered, but for a call, which is answered
 * before it is noted that it was made. Undefined: none went that way.
 */
export function messageOn({ channel: present, followUp }: Pick<Followed, 'channel' | 'followUp'>, channel: Channel): number | undefined {
  const earlier = followUp?.earlier ?? [];
  const last = earlier.findLastIndex((one) => one.channel === channel);
  if (present === channel && (last < 0 || channel === 'voice' || !followUp?.held)) return earlier.length;
  return last < 0 ? undefined : last;
}

/** What has become of the present message; null while it waits to be sent. */
export function presentFate({ status, sentAt, deliveredAt, followUp }: Pick<Followed, 'status' | 'sentAt' | 'deliveredAt' | 'followUp'>): { fate: Fate; reason?: string } | null {
  if (followUp?.failed) return followUp.failed;
  if (status === 'issued') return sentAt !== null && !followUp?.held ? { fate: 'unreached' } : null;
  if (status !== 'sent') return { fate: status };
  return { fate: deliveredAt !== null && (followUp === null || followUp.earlier.length === 0) ? 'delivered' : 'sent' };
}

/** A reminder takes the place of the message before it, with the same link. */
export function turnTo<S extends Followed & { followUp: FollowUp }>(state: S, { channel, address, used }: { channel: Channel; address: string; used: number }): S {
  const { followUp, status } = state;
  const held = status === 'sent' || status === 'bounced' ? status : (followUp.held ?? 'unreached');
  return { ...state, status: 'issued', channel, address, followUp: { ...followUp, used, earlier: [...followUp.earlier, toEarlier(state)], held, sentAt: null, failed: null } };
}

function toEarlier(state: Followed): EarlierMessage {
  const { fate, reason } = presentFate(state) ?? { fate: 'cancelled' as const };
  return { channel: state.channel, address: state.address, sentAt: state.followUp?.sentAt ?? null, fate, ...(reason !== undefined && { reason }) };
}

/**
 * When to look whether a reminder is due: the next one's time, and at once after a message that reached nobody.
 * @returns null: there is nothing to look for
 */
export function lookAt(state: Followed, now: Date): Date | null {
  const { followUp, status, answered, matured, expiresAt } = state;
  if (!followUp || answered || matured || status === 'cancelled' || now >= expiresAt) return null;
  const planned = followUp.plan[followUp.used];
  const fate = presentFate(state)?.fate;
  if (!planned || fate === undefined) return null;
  if (fate !== 'sent' && fate !== 'delivered') return now;
  if (followUp.sentAt === null) return null;
  const at = new Date(Date.parse(followUp.sentAt) + planned.afterMs);
  return at < expiresAt ? at : null;
}
