import { account, customer, externalId, instant, key, type Account, type Customer } from '@candor/contracts';
import { fieldErrors, strictly, textErrors, type FieldError } from '@candor/http';
import { z } from 'zod';
import { MOST_WORTH } from '../interaction/most-worth.ts';
import { usableEmail, usablePhone } from '../person/address.ts';

const moment = z.union([instant, z.iso.date()], 'must be a day such as 2026-11-22, or a time');
const { id: _id, ...said } = customer.shape;

/** What an enterprise says of one of its customers. What it does not mention of the person stays as it is; unit, value and end are said anew each time. */
export const customerRequest = z.object({
  ...said,
  email: said.email.refine((given) => given === undefined || usableEmail(given) !== null, 'is not an e-mail address'),
  phone: said.phone.refine((given) => given === undefined || usablePhone(given) !== null, 'is not a phone number with a country code'),
  since: moment.optional().meta({ description: 'Since when they are a customer' }),
  unit: key.meta({ description: 'The unit that they belong to' }),
  value: z.object({ amount: z.number().nonnegative().max(MOST_WORTH), currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR').optional() }).optional().meta({ description: 'What they are worth to the enterprise' }),
  until: moment.refine((given) => new Date(given).getUTCFullYear() > 0, 'must be a day of our era').optional().meta({ description: 'From when they are no customer any more: relationship programmes pass them over' }),
  account: account.optional().meta({ description: 'The firm they belong to, and their role there' }),
});
export const customerExample = {
  name: 'Noa Levi', email: 'noa@example.com', phone: '+972 50-123-4567', language: 'he', timeZone: 'Asia/Jerusalem', segment: 'current', since: '2019-03-01',
  consent: { email: true, voice: false }, unit: 'haifa-1', value: { amount: 4200, currency: 'ILS' }, account: { id: 'A-77', name: 'Levi & Sons', role: 'owner' },
};
const strictRow = strictly(customerRequest.extend({ id: externalId }));

export interface BaseStatement {
  customer: Customer;
  account: Account | undefined;
  unit: string;
  value: { amount: number; currency?: string | undefined } | undefined;
  until: Date | undefined;
}
export type ReadStatement = { ok: true; statement: BaseStatement } | { ok: false; errors: FieldError[] };

/** Reads what is said of one customer, as posted or as a row of a file. Errors repeat nothing of what was given. */
export function readStatement(given: unknown): ReadStatement {
  const parsed = strictRow.safeParse(given);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error.issues, given, 'body') };
  const errors = textErrors(parsed.data, '');
  if (errors.length > 0) return { ok: false, errors };
  const { unit, value, until, account: firm, ...person } = parsed.data;
  return { ok: true, statement: { customer: person, account: firm, unit, value, until: until === undefined ? undefined : new Date(until) } };
}
