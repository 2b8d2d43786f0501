import { account, attributes, customer, externalId, instant, key, language, measure, servedBy } from '@candor/contracts';
import { inRange, MEASURE_RANGE } from '@candor/nps';
import { z } from 'zod';
import { refuseUnstorableText } from './storable-text.ts';

/** An answer as other systems post it (front door, Answers). */
export const answerRequest = z
  .strictObject({
    id: externalId,
    score: z.int(),
    touchpoint: key,
    unit: key,
    measure: measure.default('nps'),
    /** womi only: "how likely are you to discourage others?" */
    discourage: z.int().optional(),
    answeredAt: instant.optional(),
    channel: z.string().min(1).max(40).optional(),
    comment: z.string().max(10_000).optional(),
    language: language.optional(),
    customer: customer.optional(),
    servedBy: servedBy.optional(),
    account: account.optional(),
    product: z.string().min(1).max(200).optional(),
    attributes: attributes.optional(),
  })
  .superRefine((body, context) => {
    refuseOutOfRange(body, context);
    refuseUnstorableText(body, context);
  });
export type AnswerRequest = z.output<typeof answerRequest>;

export const answerExample = {
  id: 'call-2026-11-22-0042', score: 9, touchpoint: 'branch-visit', unit: 'haifa-1', answeredAt: '2026-11-22T14:05:00+02:00', channel: 'call-centre',
  comment: 'Quick and kind.', language: 'en', customer: { id: 'C-1042', name: 'Noa Levi', phone: '+972541234567' }, servedBy: { id: 'emp-17', name: 'Avi Cohen' },
};

function refuseOutOfRange({ measure, score, discourage }: { measure: keyof typeof MEASURE_RANGE; score: number; discourage?: number }, context: z.RefinementCtx): void {
  const { low, high } = MEASURE_RANGE[measure];
  const range = `must be a whole number from ${low} to ${high}`;
  if (!inRange(measure, score)) context.addIssue({ code: 'custom', path: ['score'], message: range });
  if (measure === 'womi') {
    if (discourage === undefined) context.addIssue({ code: 'custom', path: ['discourage'], message: 'is required for womi' });
    else if (!inRange(measure, discourage)) context.addIssue({ code: 'custom', path: ['discourage'], message: range });
  } else if (discourage !== undefined) context.addIssue({ code: 'custom', path: ['discourage'], message: 'belongs to the measure womi only' });
}
