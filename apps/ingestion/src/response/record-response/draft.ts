import { invalidInput } from '@candor/http';
import type { Place } from '../../coordinates/place.ts';
import { localTime } from '../../coordinates/local-time.ts';
import { redact } from '../../redaction/redact.ts';
import type { Answer, Contact } from '../answer.ts';
import { fingerprint } from './fingerprint.ts';
import type { AnswerRequest } from './request.ts';

/** An answer that is valid and not stored yet. */
export interface Draft {
  readonly answer: Answer;
  readonly fingerprint: string;
  /** Of the request it came with. */
  readonly correlation?: string;
}

/** Clocks of tills and call centres are never quite right. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const EARLIEST = Date.UTC(1900, 0, 1);

/** @throws Problem 400 naming `answeredAt` if it is in the future, or before anybody could have answered */
export function answeredAtOf(request: AnswerRequest, now: Date): Date {
  if (request.answeredAt === undefined) return now;
  const at = new Date(request.answeredAt);
  if (at.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) throw invalidInput([{ field: 'answeredAt', message: 'must not be in the future' }]);
  if (at.getTime() < EARLIEST) throw invalidInput([{ field: 'answeredAt', message: 'must not be before 1900' }]);
  return at;
}

/** The answer with its coordinates frozen and its words redacted. In an anonymous programme it names no customer (domain 2.1), whatever was posted. */
export function draftOf(request: AnswerRequest, place: Place, answeredAt: Date, now: Date, correlation?: string): Draft {
  const { id, measure, score, discourage, comment, language, servedBy, account, product, attributes, channel = 'api' } = request;
  const customer = place.anonymous ? undefined : request.customer;
  const contact: Contact = { ...(customer && { customer }), ...(servedBy && { servedBy }), ...(account && { account }) };
  const answer: Answer = {
    id, revision: 1, state: 'counted', measure, score,
    coordinates: {
      programme: place.programme, touchpoint: place.touchpoint, path: [...place.path], ...localTime(answeredAt, place.timeZone), channel,
      ...(servedBy && { servedBy: servedBy.id }),
      ...(product !== undefined && { product }),
      ...(request.customer?.segment !== undefined && { segment: request.customer.segment }),
      ...(account && { account: account.id }),
      ...(language !== undefined && { language }),
      ...(place.cuts && { cuts: [...place.cuts] }),
    },
    ...(discourage !== undefined && { discourage }),
    ...(comment !== undefined && comment !== '' && { comment: redact(comment) }),
    ...((customer || servedBy || account) && { contact }),
    ...(attributes && { attributes }),
    answeredAt, recordedAt: now, changedAt: now,
  };
  return { answer, fingerprint: fingerprint(request), ...(correlation !== undefined && { correlation }) };
}
