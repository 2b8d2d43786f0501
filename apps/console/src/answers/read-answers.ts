import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Query } from '../api/query.ts';
import type { DayRange } from '../time/range.ts';
import type { Answer } from './answer.ts';
import { narrower, nextPlace, stretchAt, type Place } from './walk-back.ts';

export const ANSWERS_PATH = '/v1/responses';
/** Answers asked for at once; a stretch that holds more is narrowed. */
const LIMIT = 200;
/** As many as fill a screen; then reading stops until more are wanted. */
const ENOUGH = 25;
const MOST_READS = 24;
const MINUTE = 60_000;

export interface AnswersPage {
  readonly answers: readonly Answer[];
  /** Null at the beginning of the range. */
  readonly next: Place | null;
}

export interface Wanted {
  readonly query: Query;
  readonly range: DayRange;
  readonly start: Place;
  readonly keep: (answer: Answer) => boolean;
}

/**
 * Answers, latest first. The API lists them in the order of their last change, for programs that follow; people want the newest, so time is walked back in
 * stretches until a screen is full. A stretch is at least a minute: more than fits in one is read page by page.
 */
export async function readAnswers({ query, range, start, keep }: Wanted, from: Place, signal: AbortSignal): Promise<AnswersPage> {
  const answers: Answer[] = [];
  let place: Place | null = from;
  for (let reads = 0; place !== null && answers.length < ENOUGH && reads < MOST_READS; reads++) {
    const stretch = stretchAt(range, place, start);
    const asked: Query = { ...query, from: stretch.from, to: stretch.to, limit: LIMIT };
    const first = await call<Page<Answer>>(ANSWERS_PATH, { query: asked, signal });
    if (first.next !== null && place.span > MINUTE) {
      place = narrower(place);
      continue;
    }
    const rest = first.next === null ? [] : await restOf(asked, first.next, signal);
    const found = [...first.data, ...rest].filter((answer) => answer.state !== 'erased');
    answers.push(...found.filter(keep).sort((a, b) => Date.parse(b.answeredAt) - Date.parse(a.answeredAt)));
    place = stretch.last ? null : nextPlace(stretch.begins, place.span, found.length, LIMIT);
  }
  return { answers, next: place };
}

async function restOf(query: Query, cursor: string, signal: AbortSignal): Promise<Answer[]> {
  const rest: Answer[] = [];
  let next: string | null = cursor;
  for (let pages = 0; next !== null && pages < 50; pages++) {
    const page: Page<Answer> = await call<Page<Answer>>(ANSWERS_PATH, { query: { ...query, cursor: next }, signal });
    rest.push(...page.data);
    next = page.next;
  }
  return rest;
}
