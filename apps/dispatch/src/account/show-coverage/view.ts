import { instant, key } from '@candor/contracts';
import { pageQuery } from '@candor/http';
import { z } from 'zod';

const filter = {
  programme: key.optional().meta({ description: 'Whose invitations count, and whose order of roles says who decides; none: all programmes' }),
  unit: key.optional().meta({ description: 'Whose customers count, with the units below it; none: all that the key or person may see' }),
  since: z.union([instant, z.iso.date()]).transform((text) => new Date(text)).optional().meta({ description: 'From when on invitations count: a time, or a day in UTC; a year back unless said' }),
};
export const accountQuery = z.object(filter);
export const accountsQuery = z.object({ ...filter, ...pageQuery });

const people = z.object({ known: z.int(), asked: z.int(), answered: z.int() });
export const accountView = z.object({
  id: z.string(),
  name: z.string().nullable(),
  contacts: people,
  decisionMakers: people.meta({ description: 'Those with the first role of the programme\'s policy' }),
});
export type AccountView = z.infer<typeof accountView>;
export const contactView = z.object({
  customer: z.string(), role: z.string().optional(), decides: z.boolean(), askedAt: z.string().nullable(), answered: z.boolean(),
});
export type ContactView = z.infer<typeof contactView>;
export const accountWithContacts = accountView.extend({ people: z.array(contactView).meta({ description: 'Those who decide first; the first 1,000' }) });
export const accountPage = z.object({ data: z.array(accountView), next: z.string().nullable() });

export const EXAMPLE: AccountView = { id: 'A-77', name: 'Levi & Sons', contacts: { known: 4, asked: 2, answered: 1 }, decisionMakers: { known: 1, asked: 1, answered: 1 } };
export const EXAMPLE_PEOPLE: ContactView[] = [
  { customer: 'C-1042', role: 'owner', decides: true, askedAt: '2026-11-20T08:14:00.000Z', answered: true }, { customer: 'C-1043', role: 'buyer', decides: false, askedAt: '2026-11-20T08:20:00.000Z', answered: false },
];
