import type { Channel, Outcome } from '@candor/contracts';
import { usableEmail, usablePhone } from '../person/address.ts';
import type { Reason } from './reason.ts';

/** How a customer can be reached, and what stands against it. */
export interface Contact {
  email?: string | undefined;
  phone?: string | undefined;
  timeZone?: string | undefined;
  segment?: string | undefined;
  consent: { readonly [purpose: string]: boolean | undefined };
  /** Why an address of theirs must not be written to; it holds for the address, whoever uses it. */
  suppressed: readonly { channel: Channel; reason: SuppressionReason }[];
}
export type SuppressionReason = 'opted-out' | 'complained' | 'bounced';

type Refusal = Extract<Outcome, 'opted-out' | 'no-consent' | 'no-address' | 'outside-policy'>;
type Choice = { ok: true; channel: Channel; address: string } | { ok: false; outcome: Refusal; reason: Reason };

/** Of several channels that failed the strongest word is the reason: somebody who said no is reported as such, not as unreachable. */
const STRENGTH: readonly Refusal[] = ['opted-out', 'no-consent', 'no-address', 'outside-policy'];

/** The first channel, in the programme's order, that the customer allows, has an address for, and somebody can send on. */
export function chooseChannel(channels: readonly Channel[], contact: Contact, available: ReadonlySet<Channel>, demandsConsent: readonly Channel[] = []): Choice {
  const refusals: Exclude<Choice, { ok: true }>[] = [];
  for (const channel of channels) {
    const tried = tryChannel(channel, contact, available, demandsConsent.includes(channel));
    if (tried.ok) return tried;
    refusals.push(tried);
  }
  const [strongest] = refusals.sort((a, b) => STRENGTH.indexOf(a.outcome) - STRENGTH.indexOf(b.outcome));
  return strongest ?? refuse('outside-policy', 'NO_CHANNEL', 'the programme names no channel');
}

function tryChannel(channel: Channel, contact: Contact, available: ReadonlySet<Channel>, demanded: boolean): Choice {
  const consent = contact.consent[channel];
  if (consent === false) return refuse('no-consent', 'CONSENT_DENIED', `consent to ${channel} is denied`);
  // Calls are prerecorded: without an explicit yes they are not allowed (domain 9.3).
  if (channel === 'voice' && consent !== true) return refuse('no-consent', 'CONSENT_MISSING', 'consent to prerecorded calls was not given');
  if (demanded && consent !== true) return refuse('no-consent', 'CONSENT_MISSING', `the programme demands consent to ${channel}, and it was not given`);

  const given = channel === 'email' ? contact.email : contact.phone;
  const kind = channel === 'email' ? 'e-mail address' : 'phone number';
  if (!given?.trim()) return refuse('no-address', 'NO_ADDRESS', `no ${kind} is known`);
  const address = channel === 'email' ? usableEmail(given) : usablePhone(given);
  if (address === null) return refuse('no-address', 'ADDRESS_INVALID', `the ${kind} is not valid`);

  const suppressed = contact.suppressed.find((one) => one.channel === channel)?.reason;
  if (suppressed === 'bounced') return refuse('no-address', 'ADDRESS_BOUNCED', `an earlier message to this ${kind} could not be delivered`);
  if (suppressed === 'complained') return refuse('opted-out', 'COMPLAINED', `this ${kind} complained about a message`);
  if (suppressed) return refuse('opted-out', 'OPTED_OUT', `this ${kind} opted out`);

  if (!available.has(channel)) return refuse('outside-policy', 'CHANNEL_UNAVAILABLE', `nothing is set up to send by ${channel}`);
  return { ok: true, channel, address };
}

const refuse = (outcome: Refusal, code: string, detail: string): Exclude<Choice, { ok: true }> => ({ ok: false, outcome, reason: { code, detail } });
