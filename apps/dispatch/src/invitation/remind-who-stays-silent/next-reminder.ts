import type { Channel } from '@candor/contracts';
import type { HolyDays } from '../../decision/calendar/local-span.ts';
import { quietTime, quietWindows, type Quiet } from '../../decision/calendar/quiet-time.ts';
import { whereabouts } from '../../decision/calendar/whereabouts.ts';
import { chooseChannel, type Contact } from '../../decision/choose-channel.ts';
import type { Policy } from '../../decision/policy.ts';
import type { ExclusionReason } from '../../exclusion/exclusion.ts';
import { presentFate, type Followed, type FollowUp } from '../follow-up.ts';

/** All that depends on whether somebody who stays silent is asked once more, beside the time. */
export interface Silence {
  invitation: Followed & { followUp: FollowUp };
  /** The programme as it is now; what is planned was noted with the invitation. */
  policy: Pick<Policy, 'channels' | 'demandsConsent' | 'quota' | 'quietHours' | 'callHours' | 'country'>;
  contact: Contact;
  excluded: ExclusionReason | null;
  /** They asked to be forgotten. */
  erased: boolean;
  available: ReadonlySet<Channel>;
  /** Of the unit. */
  timeZone: string;
  holyDays: HolyDays;
}

/** `used`: how many of the planned reminders are over with this. */
export type NextReminder =
  | { kind: 'remind'; channel: Channel; address: string; used: number }
  | { kind: 'later'; at: Date; reason: string }
  /** This one cannot be sent; the one after it may. */
  | { kind: 'pass-over'; used: number; reason: string }
  /** `forGood`: nothing that may still happen changes it. */
  | { kind: 'none'; forGood: boolean; reason: string };

/**
 * Whether somebody who stays silent gets another message, on which channel, and when (domain 9.1, 9.3). After silence the next planned one comes in its time; after a message that
 * reached nobody the next one on another channel comes at once. Whoever answered, or said no on any channel that was used, gets none. It is the same conversation: contact
 * frequency counts it once.
 */
export function nextReminder(silence: Silence, now: Date): NextReminder {
  const { invitation, policy, contact } = silence;
  const { followUp } = invitation;
  const over = whyOver(silence, now);
  if (over !== null) return none(over);

  const present = presentFate(invitation);
  if (present === null) return { kind: 'none', forGood: false, reason: 'a message is on its way' };
  const silent = present.fate === 'sent' || present.fate === 'delivered';
  // A call that reached nobody is made again, whatever becomes of reminders.
  const forGood = present.fate !== 'unreached';
  // What reached nobody on a channel is not sent there again.
  const place = silent ? followUp.used : followUp.plan.findIndex(({ channel }, index) => index >= followUp.used && channel === 'next');
  const planned = followUp.plan[place];
  if (!planned) return { kind: 'none', forGood, reason: 'no more reminders are planned' };
  const due = silent ? new Date(Date.parse(followUp.sentAt ?? '') + planned.afterMs) : now;
  if (due > now) return { kind: 'later', at: due, reason: 'its time has not come' };

  const channels = planned.channel === 'same' ? [invitation.channel] : channelsAfter(invitation, policy);
  const choice = chooseChannel(channels, contact, silence.available, policy.demandsConsent);
  if (!choice.ok) {
    const reason = channels.length === 0 ? 'no other channel follows' : choice.reason.detail;
    return silent ? { kind: 'pass-over', used: place + 1, reason } : { kind: 'none', forGood, reason };
  }
  const quiet = quietFor(silence, choice.channel, now);
  if (quiet && quiet.until >= invitation.expiresAt) return none('the time to answer ends before the quiet time does');
  if (quiet) return { kind: 'later', at: quiet.until, reason: quiet.why };
  return { kind: 'remind', channel: choice.channel, address: choice.address, used: place + 1 };
}

function whyOver({ invitation, contact, excluded, erased }: Silence, now: Date): string | null {
  if (invitation.answered) return 'they have answered';
  if (erased) return 'they asked to be forgotten';
  if (excluded) return 'they are not to be contacted';
  if (invitation.status === 'cancelled' || invitation.matured || now >= invitation.expiresAt) return 'the time to answer is over';
  const used = [...invitation.followUp.earlier.map(({ channel }) => channel), invitation.channel];
  const saidNo = used.find((channel) => contact.consent[channel] === false || contact.suppressed.some((one) => one.channel === channel && one.reason !== 'bounced'));
  return saidNo === undefined ? null : `they said no to messages by ${saidNo}`;
}

/** In the programme's order, after the one that was used last. Where places are limited on a channel, only those who have one are asked there. */
function channelsAfter({ channel, followUp }: Silence['invitation'], { channels, quota }: Silence['policy']): Channel[] {
  const used = new Set([channel, ...followUp.earlier.map((one) => one.channel)]);
  return channels.slice(channels.indexOf(channel) + 1).filter((one) => !used.has(one) && !quota?.channels.includes(one));
}

function quietFor({ policy, contact, timeZone, holyDays }: Silence, channel: Channel, now: Date): Quiet | null {
  const windows = quietWindows(policy, channel);
  if (windows.length === 0) return null;
  const found = whereabouts(contact, timeZone);
  return quietTime(windows, policy.country === null ? found : { ...found, country: policy.country }, now, holyDays);
}

const none = (reason: string): NextReminder => ({ kind: 'none', forGood: true, reason });
