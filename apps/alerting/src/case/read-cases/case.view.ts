import { caseOutcome, caseStatus, key, measure, segment } from '@candor/contracts';
import { z } from 'zod';
import { DEADLINES } from '../case.ts';

const instant = z.string();
const actor = z.object({ id: z.string(), name: z.string() });
const contact = z.object({ email: z.string().nullable(), phone: z.string().nullable() });

/** One line of the history; what a type does not have is left out. */
export const historyLine = z.object({
  revision: z.int(),
  at: instant,
  type: z.enum(['opened', 'viewed', 'claimed', 'assigned', 'released', 'noted', 'closed', 'reopened', 'answer-changed', 'overdue', 'erased']),
  /** Null: the system. */
  by: actor.nullable(),
  /** A note, or what was said at the close; null once the person was forgotten. */
  text: z.string().nullable().optional(),
  assignee: actor.optional(),
  outcome: caseOutcome.optional(),
  cause: z.string().nullable().optional(),
  score: z.int().nullable().optional(),
  deadline: z.enum(DEADLINES).optional(),
});

/** A follow-up task as it is answered, in lists too. */
export const caseView = z.object({
  id: z.uuid(),
  revision: z.int(),
  response: z.string(),
  status: caseStatus,
  outcome: caseOutcome.nullable(),
  assignee: actor.nullable(),
  programme: key,
  programmeName: z.string(),
  touchpoint: key,
  touchpointName: z.string(),
  unit: key,
  unitName: z.string(),
  /** Root to unit, as it was when the answer was given. */
  path: z.array(z.object({ key, name: z.string() })),
  customer: z.object({
    id: z.string(), name: z.string().nullable(), language: z.string().nullable(), since: z.string().nullable(), segment: z.string().nullable(), contact,
  }).nullable(),
  /** `allowed`: whether the customer agreed to be contacted; null where they were not asked. */
  contact: contact.extend({ allowed: z.boolean().nullable() }).nullable(),
  account: z.object({ id: z.string(), name: z.string().nullable(), role: z.string().nullable() }).nullable(),
  servedBy: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  answer: z.object({
    id: z.string(), score: z.int(), measure, segment: segment.nullable(), comment: z.string().nullable(), language: z.string().nullable(), channel: z.string(), answeredAt: instant,
    /** The reason as it was spoken, at `/v1/recordings/{id}`. */
    recording: z.object({ id: z.string(), seconds: z.int() }).nullable(),
  }),
  deadlines: z.object({ firstResponseDueAt: instant, firstResponseAt: instant.nullable(), dueAt: instant, overdue: z.boolean() }),
  openedAt: instant,
  viewedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** The customer asked to be forgotten: who they were and what was written of them is gone. */
  erased: z.boolean(),
  history: z.array(historyLine),
});
export type CaseView = z.infer<typeof caseView>;
export type HistoryLine = z.infer<typeof historyLine>;

const dana = { id: 'dana', name: 'Dana Katz' };
export const caseExample: CaseView = {
  id: '8a2f2d0c-2f3a-4f6b-9e7e-6c1f0f4a5b33', revision: 4, response: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', status: 'claimed', outcome: null, assignee: dana,
  programme: 'transactional', programmeName: 'After each visit', touchpoint: 'branch-visit', touchpointName: 'Visit to a branch', unit: 'haifa-1', unitName: 'Haifa Port',
  path: [{ key: 'bank', name: 'Meridian Bank' }, { key: 'north', name: 'North' }, { key: 'haifa-1', name: 'Haifa Port' }],
  customer: { id: 'C-1042', name: 'Noa Levi', language: 'he', since: '2014-03-01', segment: 'private', contact: { email: 'noa@example.com', phone: '+972501234567' } },
  contact: { email: 'noa@example.com', phone: '+972501234567', allowed: true },
  account: null, servedBy: { id: 'emp-17', name: 'Avi Cohen' },
  answer: {
    id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', score: 3, measure: 'nps', segment: 'detractor', comment: 'Waited 40 minutes and nobody explained why.', language: 'en',
    channel: 'email', answeredAt: '2026-11-22T12:05:00.000Z', recording: null,
  },
  deadlines: { firstResponseDueAt: '2026-11-22T16:05:00.000Z', firstResponseAt: '2026-11-22T12:09:00.000Z', dueAt: '2026-11-23T12:05:00.000Z', overdue: false },
  openedAt: '2026-11-22T12:05:00.000Z', viewedAt: '2026-11-22T12:08:30.000Z', closedAt: null, erased: false,
  history: [
    { revision: 1, at: '2026-11-22T12:05:00.000Z', type: 'opened', by: null, score: 3 },
    { revision: 2, at: '2026-11-22T12:08:30.000Z', type: 'viewed', by: dana },
    { revision: 3, at: '2026-11-22T12:09:00.000Z', type: 'claimed', by: dana },
    { revision: 4, at: '2026-11-22T12:12:00.000Z', type: 'noted', by: dana, text: 'Called: no answer, left a message.' },
  ],
};
