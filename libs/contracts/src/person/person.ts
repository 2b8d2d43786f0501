import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { account, customer } from '../interaction/customer.ts';
import { instant } from '../vocabulary.ts';

/** A customer as known now. The key's last record is the state; a tombstone erases. */
export const personKnown = defineEvent({
  type: 'com.candor.person.known.v1',
  version: 1,
  description: 'A customer became known, or what is known of them changed.',
  schema: z.object({
    /** Random id that stands for the person in facts. */
    person: z.uuid(),
    customer,
    account: account.optional(),
    changedAt: instant,
  }),
  key: (data) => data.person,
  sample: {
    person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22',
    customer: { id: 'C-1042', name: 'Noa Levi', email: 'noa@example.com', language: 'he' },
    changedAt: '2026-11-22T12:00:00Z',
  },
});

/** An employee who served customers, by the enterprise's own staff id. */
export const staffKnown = defineEvent({
  type: 'com.candor.person.staff-known.v1',
  version: 1,
  description: 'The name of somebody who serves customers became known or changed.',
  schema: z.object({ id: z.string(), name: z.string(), changedAt: instant }),
  key: (data) => `staff/${data.id}`,
  sample: { id: 'emp-17', name: 'Avi Cohen', changedAt: '2026-11-22T12:00:00Z' },
});
