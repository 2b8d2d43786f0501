import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { account, customer, servedBy } from '../interaction/customer.ts';
import { externalId, instant, language } from '../vocabulary.ts';

/** The words of one answer, redacted, and whoever came with it. The key's last record is the state; a tombstone erases. */
export const wordsWritten = defineEvent({
  type: 'com.candor.words.written.v1',
  version: 1,
  description: 'The words of an answer and the contact that came with it, as they stand now.',
  schema: z.object({
    response: externalId,
    revision: z.int().min(1),
    person: z.uuid().optional(),
    comment: z.string().max(10_000).optional(),
    language: language.optional(),
    /** The reason as it was spoken; `id` is what `dispatch` knows the recording by. */
    recording: z.object({ id: externalId, seconds: z.int().min(0) }).optional(),
    /** The contact that an answer posted by another system brought with it. */
    customer: customer.optional(),
    servedBy: servedBy.optional(),
    account: account.optional(),
    writtenAt: instant,
  }),
  key: (data) => data.response,
  sample: {
    response: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', revision: 2, person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22',
    comment: 'Waited 40 minutes and nobody explained why.', language: 'en', writtenAt: '2026-11-22T12:06:00Z',
  },
});
