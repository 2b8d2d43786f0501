import type { Channel, Outcome, Selection } from '@candor/contracts';
import { chooseChannel, type Contact } from './choose-channel.ts';
import type { Policy } from './policy.ts';
import { firstZone, quietUntil } from './quiet-hours.ts';
import type { Reason } from './reason.ts';
import { inSample } from './sampling.ts';

/** All that a decision depends on, beside the time. */
export interface DecisionState {
  interaction: { source: string; id: string; occurredAt: Date };
  policy: Policy;
  /** From the event to the question, milliseconds. */
  delayMs: number;
  unit: { timeZone: string; closedAt: Date | null };
  contact: Contact;
  /** When this customer was last invited by a programme of this kind, on any channel. */
  lastInvitedAt: Date | null;
  /** Channels that somebody can send on. */
  available: ReadonlySet<Channel>;
}
export type DecisionCommand = 'arrive' | 'fall-due';

export type Verdict =
  | { outcome: 'pending'; reason: Reason; until: Date }
  | { outcome: 'invited'; reason: Reason; channel: Channel; address: string; selection: Selection }
  | { outcome: Exclude<Outcome, 'pending' | 'invited'>; reason: Reason };

const DAY_MS = 24 * 3600 * 1000;

/**
 * Whether, when and how to ask about one interaction (domain 2, 9.1). On arrival it only waits for its moment; what happens during the delay counts, so everything is
 * looked at when it falls due. The first rule that speaks against asking is the reason.
 */
export function decide(state: DecisionState, command: DecisionCommand, now: Date): Verdict {
  const { interaction, policy, unit } = state;
  const waiting = untilDue(interaction.occurredAt, state.delayMs);
  const due = waiting.until;
  if (command === 'arrive' || now < due) return waiting;

  const expiry = new Date(due.getTime() + policy.expiryMs);
  if (now >= expiry) return no('expired', 'TOO_OLD', `the time to ask about it ended at ${expiry.toISOString()}`);
  if (unit.closedAt && interaction.occurredAt >= unit.closedAt) return no('outside-policy', 'UNIT_CLOSED', `the unit was closed at ${unit.closedAt.toISOString()}`);
  if (!inSample(interaction, policy.sample)) return no('sampled-out', 'SAMPLE', `not among the ${percent(policy.sample)} that are asked`);

  const choice = chooseChannel(policy.channels, state.contact, state.available);
  if (!choice.ok) return no(choice.outcome, choice.reason.code, choice.reason.detail);

  const tooRecent = frequencyReason(state, now);
  if (tooRecent) return { outcome: 'contacted-too-recently', reason: tooRecent };

  const zone = firstZone(state.contact.timeZone, unit.timeZone);
  const until = quietUntil(policy.quietHours, zone, now);
  if (until && until >= expiry) return no('expired', 'TOO_OLD', `the time to ask about it ends within the quiet hours, at ${expiry.toISOString()}`);
  if (until) return { outcome: 'pending', reason: { code: 'QUIET_HOURS', detail: `quiet hours in ${zone} until ${until.toISOString()}` }, until };

  const selection: Selection = policy.sample >= 1 ? { method: 'everyone' } : { method: 'sample', probability: policy.sample };
  return { outcome: 'invited', reason: { code: 'INVITED', detail: `by ${choice.channel}` }, channel: choice.channel, address: choice.address, selection };
}

/** What is decided on arrival: to wait for the moment at which the interaction is to be asked about. */
export function untilDue(occurredAt: Date, delayMs: number): Extract<Verdict, { outcome: 'pending' }> {
  const until = new Date(occurredAt.getTime() + delayMs);
  return { outcome: 'pending', reason: { code: 'DELAY', detail: `to be decided at ${until.toISOString()}` }, until };
}

function frequencyReason({ policy, lastInvitedAt }: DecisionState, now: Date): Reason | null {
  if (policy.frequencyDays === null || lastInvitedAt === null) return null;
  const since = now.getTime() - lastInvitedAt.getTime();
  if (since >= policy.frequencyDays * DAY_MS) return null;
  const days = Math.max(0, Math.floor(since / DAY_MS));
  const ago = days === 0 ? 'within the last day' : `${days} ${days === 1 ? 'day' : 'days'} ago`;
  return { code: 'FREQUENCY', detail: `invited ${ago}; at most once in ${policy.frequencyDays} days` };
}

const no = (outcome: Exclude<Outcome, 'pending' | 'invited'>, code: string, detail: string): Verdict => ({ outcome, reason: { code, detail } });
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
