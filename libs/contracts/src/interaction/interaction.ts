import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { instant, key } from '../vocabulary.ts';
import { account, attributes, customer, servedBy } from './customer.ts';

export const interactionData = z.strictObject({
  touchpoint: key,
  unit: key,
  occurredAt: instant,
  customer,
  servedBy: servedBy.optional(),
  account: account.optional(),
  product: z.string().max(200).optional(),
  value: z.strictObject({ amount: z.number().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR') }).optional(),
  attributes: attributes.optional(),
});
export type InteractionData = z.infer<typeof interactionData>;

/** Something happened between a customer and the enterprise; `dispatch` decides whether to ask about it. */
export const interaction = defineEvent({
  type: 'com.candor.interaction.v1',
  version: 1,
  description: 'Something happened between a customer and the enterprise, at a touchpoint of a unit.',
  schema: interactionData,
  key: (data) => `${data.touchpoint}/${data.unit}`,
  sample: {
    touchpoint: 'branch-visit',
    unit: 'haifa-1',
    occurredAt: '2026-11-22T12:00:00Z',
    customer: { id: 'C-1042', email: 'noa@example.com', name: 'Noa Levi', language: 'he', consent: { email: true } },
    servedBy: { id: 'emp-17', name: 'Avi Cohen' },
    value: { amount: 120.5, currency: 'ILS' },
    attributes: { queueMinutes: 12 },
  },
});
