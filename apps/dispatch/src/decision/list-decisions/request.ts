import { channel, externalId, messageNumber, outcome } from '@candor/contracts';
import { listOf, pageQuery } from '@candor/http';
import { z } from 'zod';
import { ledgerFilter } from '../ledger-filter.ts';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true').optional();

export const decisionsQuery = z.object({
  source: z.string().min(1).optional(),
  id: externalId.optional(),
  customer: externalId.optional(),
  ...ledgerFilter,
  reason: listOf(z.string().regex(/^[A-Z][A-Z_]{0,63}$/, 'must be the code of a reason such as FREQUENCY')).optional().meta({ description: 'Codes of reasons, separated by commas' }),
  channel: listOf(channel).optional().meta({ description: 'Channels that were chosen, separated by commas' }),
  delivered: yesOrNo.meta({ description: 'Whether a message went out and did not come back' }),
  opened: yesOrNo.meta({ description: 'Indicative, since proxies of mailboxes open for everybody. Of anonymous programmes nobody counts as having opened, begun or answered' }),
  started: yesOrNo.meta({ description: 'Whether a person began to use the page' }),
  answered: yesOrNo,
  ...pageQuery,
});

const message = z.object({
  kind: z.enum(['first', 'reminder']),
  channel: z.string(),
  sentAt: z.string().optional(),
  fate: z.enum(['waiting', 'sent', 'delivered', 'bounced', 'unreached', 'cancelled']).meta({ description: 'What became of it' }),
  reason: z.string().optional().meta({ description: 'Why it reached nobody' }),
  answered: z.literal(true).optional().meta({ description: 'It won the answer' }),
});

export const decisionView = z.object({
  source: z.string(),
  id: z.string(),
  customer: z.string().nullable().meta({ description: 'The customer\'s id as the enterprise gave it; null once they were erased' }),
  outcome,
  reason: z.string().meta({ description: 'For people' }),
  reasonCode: z.string().meta({ description: 'For programs; stable' }),
  programme: z.string(),
  policyVersion: z.int(),
  channel: z.string().optional(),
  touchpoint: z.string(),
  unit: z.string(),
  servedBy: z.string().optional(),
  occurredAt: z.string(),
  acceptedAt: z.string(),
  /** When it came to stand as it does. */
  at: z.string(),
  dueAt: z.string().optional().meta({ description: 'Of a pending decision: when it is looked at next' }),
  invitation: z.object({ id: z.string(), status: z.string(), attempts: z.int(), sentAt: z.string().optional(), answered: z.boolean().optional().meta({ description: 'Not told of anonymous programmes, nor what was opened, begun or sent as a reminder' }), lastError: z.string().optional(),
    deliveredAt: z.string().optional().meta({ description: 'When a provider said that a message had arrived' }),
    openedAt: z.string().optional().meta({ description: 'When its pictures were first fetched; indicative, since proxies of mailboxes fetch them for everybody' }),
    startedAt: z.string().optional().meta({ description: 'When a person first did something on the respondent\'s page' }),
    remindAt: z.string().optional().meta({ description: 'When it is looked whether a reminder is due' }),
    answeredThrough: z.object({ message: messageNumber, channel }).optional().meta({ description: 'The message that won the answer: 0 is the first, 1 the first reminder; by its link, or the last one on the channel that was answered on. Absent where it is not known' }),
    messages: z.array(message).optional().meta({ description: 'Of programmes with reminders: every message with the same link, the first one first' }),
  }).optional(),
});
export const decisionPage = z.object({ data: z.array(decisionView), next: z.string().nullable() });
export type DecisionView = z.infer<typeof decisionView>;

export const EXAMPLE_REMINDED: DecisionView = {
  source: '/crm', id: 'visit-2', customer: 'C-1043', outcome: 'invited', reason: 'by email, sent at 2026-11-22T12:00:02.000Z', reasonCode: 'INVITED', programme: 'transactional', policyVersion: 1,
  channel: 'email', touchpoint: 'branch-visit', unit: 'haifa-1', occurredAt: '2026-11-22T12:00:00.000Z', acceptedAt: '2026-11-22T12:00:00.910Z', at: '2026-11-22T12:00:02.040Z',
  invitation: {
    id: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', status: 'sent', attempts: 2, sentAt: '2026-11-22T12:00:02.000Z', answered: true, answeredThrough: { message: 1, channel: 'sms' }, openedAt: '2026-11-22T17:31:09.120Z',
    messages: [{ kind: 'first', channel: 'email', sentAt: '2026-11-22T12:00:02.000Z', fate: 'sent' }, { kind: 'reminder', channel: 'sms', sentAt: '2026-11-25T12:00:02.300Z', fate: 'sent', answered: true }],
  },
};
export const EXAMPLE: DecisionView = {
  source: '/crm', id: 'visit-1', customer: 'C-1042', outcome: 'contacted-too-recently', reason: 'invited 3 days ago; at most once in 30 days', reasonCode: 'FREQUENCY',
  programme: 'transactional', policyVersion: 1, touchpoint: 'branch-visit', unit: 'haifa-1', occurredAt: '2026-11-22T12:00:00.000Z', acceptedAt: '2026-11-22T12:00:00.870Z',
  at: '2026-11-22T12:00:01.120Z',
};
