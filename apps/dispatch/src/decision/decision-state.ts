import type { Channel, DataOf, programmeSet, touchpointSet, unitSet } from '@candor/contracts';
import type { ExclusionReason } from '../exclusion/exclusion.ts';
import { addressKey, usableEmail, usablePhone } from '../person/address.ts';
import { customerOf, type Facts } from '../person/person.ts';
import type { AccountStanding } from '../account/account-rule.ts';
import { isWalk } from '../relationship/source.ts';
import { holyDays } from './calendar/holy-days.ts';
import type { Contact, SuppressionReason } from './choose-channel.ts';
import type { DecisionState } from './decide.ts';
import { durationMs, policyOf } from './policy.ts';

/** What the catalogue says of the place and the programme of an interaction. */
export interface CatalogView {
  touchpoint: DataOf<typeof touchpointSet>;
  programme: DataOf<typeof programmeSet>;
  unit: DataOf<typeof unitSet>;
}
/** Address on a channel, in the form in which suppressions are kept. */
export interface ChannelAddress {
  channel: Channel;
  address: string;
}
/** @param at whether it held then; absent: whether it holds. */
export type SuppressionOf = (address: ChannelAddress, at?: Date) => SuppressionReason | undefined;

/** The addresses a person can be written to or called at. */
export function addressesOf(facts: Facts): ChannelAddress[] {
  const { customer } = customerOf('', facts);
  const email = customer.email === undefined ? null : usableEmail(customer.email);
  const phone = customer.phone === undefined ? null : usablePhone(customer.phone);
  return [
    ...(email === null ? [] : [{ channel: 'email' as const, address: addressKey(email) }]),
    ...(phone === null ? [] : [{ channel: 'sms' as const, address: phone }, { channel: 'voice' as const, address: phone }]),
  ];
}

/** What is known of a person, as far as a decision needs it. @param addresses theirs, as `addressesOf` finds them. */
export function contactOf(facts: Facts, addresses: readonly ChannelAddress[], suppressionOf: SuppressionOf): Contact {
  const { customer } = customerOf('', facts);
  return {
    email: customer.email, phone: customer.phone, timeZone: customer.timeZone, segment: customer.segment, consent: customer.consent ?? {},
    suppressed: addresses.flatMap((one) => {
      const reason = suppressionOf(one);
      return reason ? [{ channel: one.channel, reason }] : [];
    }),
  };
}

/** What is known of a customer beside the catalogue. */
export interface Standing {
  contact: Contact;
  excluded: ExclusionReason | null;
  earlier: DecisionState['earlier'];
  rival: DecisionState['rival'];
  quota: DecisionState['quota'];
  /** They have left the customer base. */
  left?: boolean;
  account?: AccountStanding | undefined;
}

/** Everything a decision depends on, gathered from the catalogue and what is known of the customer. */
export function decisionState(interaction: DecisionState['interaction'], { unit, touchpoint, programme }: CatalogView, { left, ...standing }: Standing, available: ReadonlySet<Channel>): DecisionState {
  return {
    interaction, ...standing, ...(isWalk(interaction.source) ? { walk: { share: programme.walk?.share ?? 1, left: left ?? false } } : {}), available, holyDays, policy: policyOf(programme), delayMs: durationMs(touchpoint.delay),
    unit: { timeZone: unit.timeZone, closedAt: unit.closedAt === null ? null : new Date(unit.closedAt) },
  };
}
