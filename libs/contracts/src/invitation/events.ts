import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { coordinates } from '../response/contribution.ts';
import { channel, externalId, instant, key, language, measure, messageNumber, selection } from '../vocabulary.ts';

export const OUTCOMES = [
  'pending', 'invited', 'sampled-out', 'contacted-too-recently', 'opted-out', 'no-consent', 'no-address',
  'outside-policy', 'expired', 'displaced', 'excluded',
] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/** The one outcome of one interaction, with its reason; said once, when it is final (never `pending`). */
export const decisionMade = defineEvent({
  type: 'com.candor.invitation.decided.v1',
  version: 1,
  description: 'An interaction ended in exactly one outcome: invited, or not, and why.',
  schema: z.object({
    /** The decision's id. */
    id: z.uuid(),
    interaction: z.object({ source: z.string(), id: z.string() }),
    person: z.uuid(),
    outcome: outcome.exclude(['pending']),
    /** A stable code of the reason and, for people, a sentence. */
    reason: z.object({ code: z.string(), detail: z.string() }),
    programme: key,
    policyVersion: z.int().min(1),
    touchpoint: key,
    path: z.array(key).min(1),
    servedBy: externalId.optional(),
    /** The client's company, where the interaction named one. */
    account: externalId.optional(),
    /** Money, where the interaction carried it. */
    value: z.object({ amount: z.number().nonnegative(), currency: z.string().optional() }).optional(),
    /** Whether the customer came by somebody's recommendation, where the interaction said so; not by whose. */
    referred: z.boolean().optional(),
    channel: channel.optional(),
    invitation: z.uuid().optional(),
    occurredAt: instant,
    decidedAt: instant,
  }),
  key: (data) => data.id,
  sample: {
    id: '3d5e5a3e-86a0-4b0e-9a3b-1de1f0a4a001',
    interaction: { source: '/crm', id: 'visit-1' },
    person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22',
    outcome: 'contacted-too-recently',
    reason: { code: 'FREQUENCY', detail: 'invited 3 days ago; at most once in 30 days' },
    programme: 'transactional',
    policyVersion: 1,
    touchpoint: 'branch-visit',
    path: ['bank', 'north', 'haifa-1'],
    occurredAt: '2026-11-22T12:00:00Z',
    decidedAt: '2026-11-22T12:00:01Z',
  },
});

/** An invitation exists and its link may be used; said before the message is sent. */
export const invitationIssued = defineEvent({
  type: 'com.candor.invitation.issued.v1',
  version: 1,
  description: 'An invitation was made: from now its link is valid. The message follows.',
  schema: z.object({
    id: z.uuid(),
    /** Lower-case hex SHA-256 of the link's token; the token itself never enters an event. */
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    decision: z.uuid(),
    person: z.uuid(),
    channel,
    language,
    programme: key,
    touchpoint: key,
    unit: key,
    /** Root to unit, as at the interaction. */
    path: z.array(key).min(1),
    timeZone: z.string(),
    servedBy: externalId.optional(),
    product: z.string().optional(),
    segment: z.string().optional(),
    account: externalId.optional(),
    survey: z.int().min(1),
    selection,
    occurredAt: instant,
    issuedAt: instant,
    /** After this instant the link no longer takes a first answer. */
    expiresAt: instant,
  }),
  key: (data) => data.id,
  sample: {
    id: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11',
    tokenHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    decision: '3d5e5a3e-86a0-4b0e-9a3b-1de1f0a4a001',
    person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22',
    channel: 'email',
    language: 'he',
    programme: 'transactional',
    touchpoint: 'branch-visit',
    unit: 'haifa-1',
    path: ['bank', 'north', 'haifa-1'],
    timeZone: 'Asia/Jerusalem',
    servedBy: 'emp-17',
    survey: 1,
    selection: { method: 'everyone' },
    occurredAt: '2026-11-22T12:00:00Z',
    issuedAt: '2026-11-22T12:00:01Z',
    expiresAt: '2026-12-22T12:00:01Z',
  },
});

/**
 * What one invitation adds to the response funnel, counted on the local day it was sent.
 * `answered` within its time; `matured` once the time to answer is over, so that a rate can be formed (domain 1.6).
 */
export const invitationContribution = coordinates.extend({
  /** What it asks for, frozen when it was made: its answer counts under the same. Absent: nps. */
  measure: measure.optional(),
  delivered: z.boolean(),
  bounced: z.boolean(),
  answered: z.boolean(),
  matured: z.boolean(),
  /** Its pictures were fetched. Indicative: proxies of mailboxes fetch them for everybody, and some people never do. Absent: not heard of. */
  opened: z.boolean().optional(),
  /** A person did something on the respondent's page. Absent: not heard of. */
  started: z.boolean().optional(),
});
export type InvitationContribution = z.infer<typeof invitationContribution>;

const counted: InvitationContribution = {
  programme: 'transactional', touchpoint: 'branch-visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email',
  language: 'he', survey: 1, selection: { method: 'everyone' }, delivered: true, bounced: false, answered: false, matured: false,
};

/**
 * `unreached`: a call that nobody took, to be made again; until then the invitation counts as sent and not delivered. `reminded`: another message about the same question,
 * perhaps on another channel; the invitation counts once, on the day of the first. `opened` and `started` say what the fields of that name say.
 */
export const PROGRESS = ['sent', 'unreached', 'delivered', 'bounced', 'answered', 'matured', 'cancelled', 'reminded', 'opened', 'started'] as const;

/** How far an invitation has come. `before` is null until it was sent; consumers subtract `before` and add `after`. */
export const invitationProgressed = defineEvent({
  type: 'com.candor.invitation.progressed.v1',
  version: 1,
  description: 'An invitation was sent, delivered, opened, started, bounced, followed by a reminder, answered, cancelled, or its time to answer is over.',
  schema: z.object({
    id: z.uuid(),
    revision: z.int().min(1),
    progress: z.enum(PROGRESS),
    reason: z.string().max(500).optional(),
    /** Of `answered`: which message won the answer, and where that went. Absent: not known. */
    through: z.object({ message: messageNumber, channel }).optional(),
    at: instant,
    before: invitationContribution.nullable(),
    after: invitationContribution.nullable(),
  }),
  key: (data) => data.id,
  sample: { id: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', revision: 1, progress: 'sent', at: '2026-11-22T12:00:02Z', before: null, after: counted },
});
