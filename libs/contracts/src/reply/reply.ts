import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { externalId, instant, messageNumber } from '../vocabulary.ts';

/**
 * What a respondent said on a channel that answers come back on: a text message, a key pressed, words spoken. Several replies can make one answer: the score first, the
 * reason in the next message.
 */
export const replyReceived = defineEvent({
  type: 'com.candor.reply.received.v1',
  version: 1,
  description: 'A respondent answered an invitation by text message or on the telephone.',
  schema: z.object({
    /** The same for every time that one message or call step is told of: it counts once. */
    id: externalId,
    invitation: z.uuid(),
    channel: z.enum(['sms', 'voice']),
    /** Which of the invitation's messages it answers: the last one on that channel. */
    message: messageNumber.optional(),
    /** When it reached us. */
    at: instant,
    score: z.int().min(0).max(10).optional(),
    /** As the customer wrote it; redacted by whoever stores it. */
    comment: z.string().max(10_000).optional(),
    /** The reason, spoken; `id` is what the owner of the recording knows it by. */
    recording: z.object({ id: externalId, seconds: z.int().min(0) }).optional(),
    /** Whether they want to be contacted about it. */
    contact: z.boolean().optional(),
  }),
  key: (data) => data.invitation,
  sample: {
    id: 'SM3f1c0e6a5f0b4c8f9a3d2e1b0c9d8e7f', invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', channel: 'sms', message: 0, at: '2026-11-22T12:05:00Z',
    score: 3, comment: 'Waited 40 minutes and nobody explained why.',
  },
});
