import { z } from 'zod';
import { externalId, instant, language, localDay, timeZone } from '../vocabulary.ts';

/** What is known of the customer, in the words of the enterprise; personal data. */
export const customer = z.strictObject({
  id: externalId,
  email: z.string().max(320).optional(),
  phone: z.string().max(40).optional(),
  name: z.string().max(200).optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  /** Since when they are a customer (domain 2.10). */
  since: z.union([instant, localDay]).optional(),
  segment: z.string().max(100).optional(),
  /** Absent `email` and `sms` are not denied; voice, marketing and recording must be given. */
  consent: z.strictObject({
    email: z.boolean().optional(),
    sms: z.boolean().optional(),
    voice: z.boolean().optional(),
    marketing: z.boolean().optional(),
    recording: z.boolean().optional(),
  }).optional(),
});
export type Customer = z.infer<typeof customer>;

export const servedBy = z.strictObject({ id: externalId, name: z.string().max(200).optional() });
export type ServedBy = z.infer<typeof servedBy>;
export const account = z.strictObject({ id: externalId, name: z.string().max(200).optional(), role: z.string().max(100).optional() });
export type Account = z.infer<typeof account>;
export const attributes = z.record(z.string().max(100), z.union([z.string().max(1000), z.number(), z.boolean()]))
  .refine((all) => Object.keys(all).length <= 50, 'at most 50 attributes');
