import { customer, measure, segment, selection, servedBy, account, attributes } from '@candor/contracts';
import { segmentOf } from '@candor/nps';
import { z } from 'zod';
import type { Answer } from './answer.ts';
import { customerOf, NOBODY, servedByOf, type Names } from './read-responses/names-of.ts';

/** An answer as the API shows it. An erased one shows its id, state and revision only. */
export const answerView = z.object({
  id: z.string(),
  state: z.enum(['counted', 'excluded', 'erased']),
  revision: z.int(),
  changedAt: z.string(),
  score: z.int().optional(),
  segment: segment.optional(),
  measure: measure.optional(),
  discourage: z.int().optional(),
  programme: z.string().optional(),
  touchpoint: z.string().optional(),
  unit: z.string().optional(),
  /** Root to unit, when the answer was given. */
  path: z.array(z.string()).optional(),
  day: z.string().optional(),
  hour: z.int().optional(),
  channel: z.string().optional(),
  answeredAt: z.string().optional(),
  recordedAt: z.string().optional(),
  comment: z.string().optional(),
  /** The reason as it was spoken, at `/v1/recordings/{id}`. */
  recording: z.object({ id: z.string(), seconds: z.int() }).optional(),
  language: z.string().optional(),
  product: z.string().optional(),
  customer: customer.optional(),
  /** Of the customer, as it was when the answer was given: what scores count by. */
  customerSegment: z.string().optional(),
  servedBy: servedBy.optional(),
  account: account.optional(),
  attributes: attributes.optional(),
  invitation: z.string().optional(),
  /** Of the invitation's messages, the one it came by: 0 is the first, 1 the first reminder. */
  message: z.int().optional(),
  person: z.string().optional(),
  survey: z.int().optional(),
  /** How they came to be asked. */
  selection: selection.optional(),
  contactAllowed: z.boolean().optional(),
  nameAllowed: z.boolean().optional(),
  /** Whether staff have seen it, so that the respondent's score stands. */
  locked: z.boolean().optional(),
  /** Why it was last amended, excluded or reinstated. */
  reason: z.string().optional(),
});
export type AnswerView = z.infer<typeof answerView>;

/** @param names of those whom the answer only points at; without them it shows their ids, or what came with the answer */
export function showAnswer(answer: Answer, names: Names = NOBODY): AnswerView {
  const { id, state, revision, coordinates, contact } = answer;
  const changedAt = answer.changedAt.toISOString();
  if (state === 'erased') return { id, state, revision, changedAt };
  return withoutUndefined({
    id, state, revision, changedAt,
    score: answer.score, segment: segmentOf(answer.measure, answer.score) ?? undefined, measure: answer.measure, discourage: answer.discourage,
    programme: coordinates.programme, touchpoint: coordinates.touchpoint, unit: coordinates.path.at(-1), path: coordinates.path,
    day: coordinates.day, hour: coordinates.hour, channel: coordinates.channel,
    answeredAt: answer.answeredAt.toISOString(), recordedAt: answer.recordedAt.toISOString(),
    comment: answer.comment, recording: answer.recording, language: coordinates.language, product: coordinates.product, customer: customerOf(answer, names),
    servedBy: servedByOf(answer, names), account: contact?.account ?? (coordinates.account === undefined ? undefined : { id: coordinates.account }), customerSegment: coordinates.segment,
    attributes: answer.attributes, invitation: answer.invitation, message: answer.message, person: answer.person, survey: coordinates.survey, selection: coordinates.selection,
    contactAllowed: answer.consent?.contact, nameAllowed: answer.consent?.name, locked: answer.lockedAt !== undefined, reason: answer.reason,
  });
}

export const viewExample: AnswerView = {
  id: 'call-2026-11-22-0042', state: 'counted', revision: 1, changedAt: '2026-11-22T12:05:01.120Z', score: 9, segment: 'promoter', measure: 'nps', programme: 'transactional',
  touchpoint: 'branch-visit', unit: 'haifa-1', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'call-centre',
  answeredAt: '2026-11-22T12:05:00.000Z', recordedAt: '2026-11-22T12:05:01.120Z', comment: 'Quick and kind.', language: 'en',
  customer: { id: 'C-1042', name: 'Noa Levi' }, servedBy: { id: 'emp-17', name: 'Avi Cohen' }, locked: false,
};

function withoutUndefined(view: { [K in keyof AnswerView]: AnswerView[K] | undefined }): AnswerView {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as AnswerView;
}
