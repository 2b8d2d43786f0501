import { ROLES } from '@candor/identity';
import { z } from 'zod';
import { unitList } from '../access/unit-list.ts';

/** The subject that the identity provider gives; `key:` is where the subjects of API keys begin. */
export const personSubject = z
  .string()
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u, 'must be 1 to 200 printable characters')
  .refine((subject) => !subject.startsWith('key:'), 'must not begin with "key:"');

export const putPersonRequest = z.object({
  email: z.email().max(320),
  name: z.string().trim().min(1).max(200),
  roles: z.array(z.enum(ROLES)).min(1).refine((roles) => new Set(roles).size === roles.length, 'must not repeat a role'),
  units: unitList,
});

export const personView = putPersonRequest.extend({
  subject: z.string(),
  units: z.array(z.string()).nullable(),
  /** Only for those who manage access. */
  email: z.string().optional(),
  version: z.int(),
  changedAt: z.string(),
});
export type PersonView = z.infer<typeof personView>;

export const personExample: PersonView = {
  subject: 'noa', email: 'noa@example.com', name: 'Noa Levi', roles: ['agent'], units: ['haifa-1'], version: 1, changedAt: '2026-11-22T09:00:00.000Z',
};
