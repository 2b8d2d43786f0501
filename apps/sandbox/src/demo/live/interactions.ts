import { randomUUID } from 'node:crypto';
import type { DemoTouchpoint } from '../bank/touchpoints.ts';
import { TOUCHPOINTS } from '../bank/touchpoints.ts';
import { soldAt } from '../bank/products.ts';
import { BRANCHES, TROUBLED } from '../bank/units.ts';
import { PAST_CUSTOMERS } from '../history/day.ts';
import { customerOf, type DemoCustomer } from '../people/customers.ts';
import { firmOf } from '../people/firms.ts';
import { servedBy, type DemoStaff } from '../people/staff.ts';
import type { Random } from '../random.ts';

/** What happened just now between a customer and the bank. */
export interface Happening {
  readonly touchpoint: DemoTouchpoint;
  readonly unit: string;
  readonly customer: DemoCustomer;
  readonly served: DemoStaff | undefined;
}

/** What happens every day; the yearly question is asked by itself. */
export const LIVE = TOUCHPOINTS.filter(({ programme }) => programme !== 'relationship');

/** Share of visits by somebody who was asked lately: they are not asked again. */
const COMES_BACK = 0.06;
/** The troubled branch is busier while somebody watches, so that its trouble is seen in minutes rather than hours. */
const WATCHED = 4;

/** @param next the number of a customer whom nobody has met */
export function happening(random: Random, next: () => number): Happening {
  const touchpoint = random.weighted(LIVE.map((one) => [one, one.perDay * (one.where === 'branch' ? BRANCHES.length : 1)]));
  const unit = touchpoint.where === 'branch' ? random.weighted(BRANCHES.map(({ key, size }) => [key, key === TROUBLED ? size * WATCHED : size])) : touchpoint.where;
  const comesBack = random.chance(COMES_BACK);
  const fresh = next();
  const customer = customerOf(comesBack ? Math.max(PAST_CUSTOMERS, fresh - random.between(1, 50)) : fresh);
  return { touchpoint, unit, customer, served: servedBy(random, unit, touchpoint.key) };
}

/** The event as the bank's core system would send it (CloudEvents 1.0, structured). */
export function eventOf({ touchpoint, unit, customer, served }: Happening, now: Date): object {
  const { id, name, language, segment, since, email, phone, consent } = customer;
  const event = randomUUID();
  return {
    specversion: '1.0', id: event, source: '/meridian/core', type: 'com.candor.interaction.v1', time: now.toISOString(), datacontenttype: 'application/json',
    data: {
      touchpoint: touchpoint.key, unit, occurredAt: now.toISOString(),
      customer: { id, name, language, segment, since, phone, ...(email === undefined ? {} : { email }), ...(consent === undefined ? {} : { consent }) },
      ...(served === undefined ? {} : { servedBy: served }), ...firmOf(customer), ...soldAt(touchpoint, event),
    },
  };
}
