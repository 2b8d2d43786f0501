import { z } from 'zod';

/** Response funnel of the invitations sent on the cell's day. */
export const funnel = z.object({
  invited: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  answered: z.int(),
  /** Of those whose time to answer is over. */
  maturedDelivered: z.int(),
  maturedAnswered: z.int(),
  /** Indicative: proxies of mailboxes open for everybody. Absent in cells of earlier releases. */
  opened: z.int().optional(),
  /** A person began to use the respondent's page. */
  started: z.int().optional(),
});
export type Funnel = z.infer<typeof funnel>;
