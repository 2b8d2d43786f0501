import type { Channel, DataOf, programmeSet, touchpointSet, unitSet } from '@candor/contracts';
import { addressKey, usableEmail, usablePhone } from '../person/address.ts';
import { customerOf, type Facts } from '../person/person.ts';
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
export type SuppressionOf = (address: ChannelAddress) => SuppressionReason | undefined;

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

/** What is known of a person, as far as a decision needs it. */
export function contactOf(facts: Facts, suppressionOf: SuppressionOf): Contact {
  const { customer } = customerOf('', facts);
  return {
    email: customer.email, phone: customer.phone, timeZone: customer.timeZone, consent: customer.consent ?? {},
    suppressed: addressesOf(facts).flatMap((one) => {
      const reason = suppressionOf(one);
      return reason ? [{ channel: one.channel, reason }] : [];
    }),
  };
}

/** Everything a decision depends on, gathered from the catalogue, the person and the invitations so far. */
export function decisionState(
  interaction: DecisionState['interaction'], catalog: CatalogView, contact: Contact, lastInvitedAt: Date | null, available: ReadonlySet<Channel>,
): DecisionState {
  const { unit, touchpoint, programme } = catalog;
  return {
    interaction, contact, lastInvitedAt, available, policy: policyOf(programme), delayMs: durationMs(touchpoint.delay),
    unit: { timeZone: unit.timeZone, closedAt: unit.closedAt === null ? null : new Date(unit.closedAt) },
  };
}
