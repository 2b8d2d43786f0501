import type { Account, Contribution, Coordinates, Customer, Measure, ResponseChange, ServedBy } from '@candor/contracts';
import { rivalryIn } from './rivalry.ts';

/** `erased` keeps nothing of the person: the id stays, so that a late retry is refused instead of counted. */
export const ANSWER_STATES = ['counted', 'excluded', 'erased'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** The contact that an answer posted by another system brought with it. */
export interface Contact {
  readonly customer?: Customer;
  readonly servedBy?: ServedBy;
  readonly account?: Account;
}

/** The reason as it was spoken, kept by `dispatch` under this id. */
export interface Recording {
  readonly id: string;
  readonly seconds: number;
}

/** One answer, whatever channel it came on. Windows, scales and segments are not its business: it is what was said, where it counts, and how it stands. */
export interface Answer {
  readonly id: string;
  /** 1 when recorded, one more with every change. */
  readonly revision: number;
  readonly state: AnswerState;
  /** Frozen when it was recorded. */
  readonly coordinates: Coordinates;
  readonly measure: Measure;
  readonly score: number;
  readonly discourage?: number;
  /** Redacted. */
  readonly comment?: string;
  readonly recording?: Recording;
  readonly contact?: Contact;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** What the respondent agreed to; absent where nobody asked. */
  readonly consent?: Consent;
  readonly invitation?: string;
  /** Which of its invitation's messages it came by: 0 is the first, the others are reminders. */
  readonly message?: number;
  readonly person?: string;
  /** When staff first saw it (domain 9.2). */
  readonly lockedAt?: Date;
  /** Why it was last amended, excluded or reinstated. */
  readonly reason?: string;
  readonly answeredAt: Date;
  readonly recordedAt: Date;
  readonly changedAt: Date;
}

export interface Consent {
  /** May we contact you? */
  readonly contact: boolean;
  /** May the person who served you see your name? */
  readonly name: boolean;
}

/** All that the answer adds to the figures; null while it does not count. */
export function contributionOf(answer: Answer): Contribution | null {
  if (answer.state !== 'counted') return null;
  const { coordinates, measure, score, discourage, attributes } = answer;
  const rivalry = rivalryIn(attributes);
  return { ...coordinates, measure, score, ...(discourage !== undefined && { discourage }), ...(rivalry && { rivalry }) };
}

/** What is said of a change from `before` (null: it was not there) to `after`. */
export function changeOf(before: Answer | null, after: Answer): ResponseChange {
  const { id, revision, consent, person, reason, message } = after;
  // The invitation leads to a person: an erased answer keeps it for its link only.
  const invitation = after.state === 'erased' ? undefined : after.invitation;
  return {
    id,
    revision,
    before: before && contributionOf(before),
    after: contributionOf(after),
    answeredAt: after.answeredAt.toISOString(),
    changedAt: after.changedAt.toISOString(),
    ...(invitation !== undefined && { invitation }),
    ...(message !== undefined && { message }),
    ...(person !== undefined && { person }),
    ...(reason !== undefined && { reason }),
    ...(consent && { contactAllowed: consent.contact, nameAllowed: consent.name }),
  };
}
