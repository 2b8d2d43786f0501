import { invalidInput, type FieldError } from '@candor/http';
import { inRange, MEASURE_RANGE } from '@candor/nps';
import { redact } from '../../redaction/redact.ts';
import type { Answer } from '../answer.ts';
import type { Amendment } from '../decide.ts';
import type { AmendRequest } from './request.ts';

/** What the request asks of this answer. @throws Problem 400 naming the field that does not fit its measure */
export function amendmentOf({ score, discourage, comment }: AmendRequest, answer: Pick<Answer, 'measure'>): Amendment {
  const { low, high } = MEASURE_RANGE[answer.measure];
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries({ score, discourage })) {
    if (value !== undefined && !inRange(answer.measure, value)) errors.push({ field, message: `must be a whole number from ${low} to ${high}` });
  }
  if (discourage !== undefined && answer.measure !== 'womi') errors.push({ field: 'discourage', message: 'belongs to the measure womi only' });
  if (errors.length > 0) throw invalidInput(errors);
  return {
    ...(score !== undefined && { score }),
    ...(discourage !== undefined && { discourage }),
    ...(comment !== undefined && { comment: comment === null || comment === '' ? null : redact(comment) }),
  };
}
