import type { Channel, Outcome, Selection } from '@candor/contracts';
import { accountReason, type AccountStanding } from '../account/account-rule.ts';
import { exclusionReason, type ExclusionReason } from '../exclusion/exclusion.ts';
import type { HolyDays } from './calendar/local-span.ts';
import { quietTime, quietWindows, type Quiet } from './calendar/quiet-time.ts';
import { whereabouts } from './calendar/whereabouts.ts';
import { chooseChannel, type Contact } from './choose-channel.ts';
import type { Policy } from './policy.ts';
import { quotaVerdict, type QuotaState } from './quota.ts';
import type { Reason } from './reason.ts';
import { inSample } from './sampling.ts';
import { surveyFor } from './segment.ts';
import { slotFor, type EarlierInvitation, type Rival } from './slot.ts';

/** All that a decision depends on, beside the time. */
export interface DecisionState {
  interaction: { source: string; id: string; occurredAt: Date; acceptedAt: Date };
  policy: Policy;
  /** From the event to the question, milliseconds. */
  delayMs: number;
  unit: { timeZone: string; closedAt: Date | null };
  contact: Contact;
  /** They are on the list of those who are never asked. */
  excluded: ExclusionReason | null;
  /** What this customer got, or is to get, from programmes of this kind, on any channel. */
  earlier: readonly EarlierInvitation[];
  rival: Rival | null;
  /** null: the programme has no quota. */
  quota: QuotaState | null;
  /** It is asked on a walk over the customer base (`share` of it; `left`: the customer left it since); absent: something happened. */
  walk?: { share: number; left: boolean } | undefined;
  /** Absent: the programme does not look at firms, or the customer is of none. */
  account?: AccountStanding | undefined;
  /** Channels that somebody can send on. */
  available: ReadonlySet<Channel>;
  holyDays: HolyDays;
}
export type DecisionCommand = 'arrive' | 'fall-due';

/** In which cell an interaction competes for a place of a quota, and whether it has one. */
export interface QuotaStanding {
  cell: string;
  granted: boolean;
}
/** `displaces`: invitations that give way to this one, be it only once the night is over. */
export type Verdict =
  | { outcome: 'pending'; reason: Reason; until: Date; quota?: QuotaStanding; displaces?: readonly string[] }
  | { outcome: 'invited'; reason: Reason; channel: Channel; address: string; survey: number; selection: Selection; quota?: QuotaStanding; displaces: readonly string[] }
  | { outcome: Exclude<Outcome, 'pending' | 'invited'>; reason: Reason };

/** How long a message that is being sent may take to be noted. */
const UNCLEAR_MS = 3000;

/**
 * Whether, when and how to ask about one interaction (domain 2, 9.1, 9.3). On arrival it only waits for its moment; what happens during the delay counts, so everything is
 * looked at when it falls due. The first rule that speaks against asking is the reason.
 */
export function decide(state: DecisionState, command: DecisionCommand, now: Date): Verdict {
  const { interaction, policy, unit, contact } = state;
  const waiting = untilDue(interaction.occurredAt, state.delayMs);
  const due = waiting.until;
  if (command === 'arrive' || now < due) return waiting;
  if (state.excluded) return { outcome: 'excluded', reason: exclusionReason(state.excluded) };

  if (state.walk?.left) return no('outside-policy', 'LEFT', 'is no customer any more');

  const expiry = new Date(due.getTime() + policy.expiryMs);
  if (now >= expiry) return no('expired', 'TOO_OLD', `the time to ask about it ended at ${expiry.toISOString()}`);
  if (unit.closedAt && interaction.occurredAt >= unit.closedAt) return no('outside-policy', 'UNIT_CLOSED', `the unit was closed at ${unit.closedAt.toISOString()}`);
  const asked = surveyFor(policy, contact.segment);
  if (!asked.ok) return { outcome: 'outside-policy', reason: asked.reason };
  if (!inSample(interaction, policy.sample)) return no('sampled-out', 'SAMPLE', `not among the ${percent(policy.sample)} that are asked`);

  const choice = chooseChannel(policy.channels, contact, state.available, policy.demandsConsent);
  if (!choice.ok) return { outcome: choice.outcome, reason: choice.reason };

  const slot = slotFor(state, now);
  if (slot.kind === 'taken') return { outcome: slot.outcome, reason: slot.reason };
  if (slot.kind === 'unclear') return { outcome: 'pending', reason: slot.reason, until: new Date(now.getTime() + UNCLEAR_MS) };

  const colleagues = state.account && accountReason(state.account);
  if (colleagues) return { outcome: 'contacted-too-recently', reason: colleagues };

  const quota = policy.quota?.channels.includes(choice.channel) ? state.quota : null;
  const place = quota && quotaVerdict(policy.quota!, quota, expiry, now);
  if (place?.kind === 'full') return { outcome: 'sampled-out', reason: place.reason };
  if (place?.kind === 'wait') return { outcome: 'pending', reason: place.reason, until: place.until, quota: { cell: quota!.cell, granted: false } };
  const standing = quota ? { quota: { cell: quota.cell, granted: true } } : {};

  const quiet = quietFor(state, choice.channel, now);
  if (quiet && quiet.until >= expiry) return no('expired', 'TOO_OLD', `the time to ask about it ends within the quiet time, at ${expiry.toISOString()}`);
  if (quiet) return { outcome: 'pending', reason: { code: 'QUIET_HOURS', detail: quiet.why }, until: quiet.until, displaces: slot.displaces, ...standing };

  const { channel, address } = choice;
  return { outcome: 'invited', reason: { code: 'INVITED', detail: `by ${channel}` }, channel, address, survey: asked.survey, selection: selectionOf(policy, quota !== null, state.walk), displaces: slot.displaces, ...standing };
}

/** What is decided on arrival: to wait for the moment at which the interaction is to be asked about. */
export function untilDue(occurredAt: Date, delayMs: number): Extract<Verdict, { outcome: 'pending' }> {
  const until = new Date(occurredAt.getTime() + delayMs);
  return { outcome: 'pending', reason: { code: 'DELAY', detail: delayDetail(until) }, until };
}

/** Said of what waits for its moment. It repeats that moment, so it is not stored with it. */
export const delayDetail = (until: Date): string => `to be decided at ${until.toISOString()}`;

/** Where the recipient is, is looked up only for programmes that leave people alone at times. */
function quietFor({ policy, contact, unit, holyDays }: DecisionState, channel: Channel, now: Date): Quiet | null {
  const windows = quietWindows(policy, channel);
  if (windows.length === 0) return null;
  const found = whereabouts(contact, unit.timeZone);
  return quietTime(windows, policy.country === null ? found : { ...found, country: policy.country }, now, holyDays);
}

/** How somebody came to be asked; it biases the figure, so it stays with the answer (domain 2.8). */
function selectionOf({ sample }: Policy, byQuota: boolean, walk: DecisionState['walk']): Selection {
  const probability = sample >= 1 ? {} : { probability: sample };
  if (walk && !byQuota) return { method: 'relationship-walk', probability: walk.share * sample };
  if (byQuota) return { method: 'value-quota', ...probability };
  return sample >= 1 ? { method: 'everyone' } : { method: 'sample', ...probability };
}

const no = (outcome: Exclude<Outcome, 'pending' | 'invited'>, code: string, detail: string): Verdict => ({ outcome, reason: { code, detail } });
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
