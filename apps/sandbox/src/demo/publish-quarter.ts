import { setTimeout as delay } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import { FrontDoor } from '../front-door/front-door.ts';
import { TOUCHPOINTS } from './bank/touchpoints.ts';
import { answersOf, localDay } from './history/day.ts';

const PROGRAMME = 'transactional';
const [ANALYST, DIRECTOR] = ['Irina Volkova', 'Miriam Levi'];
const LOOKS = 300;
const LOOK_MS = 2_000;
/** The keys that publish are made for this alone. */
const KEY_HOURS = 1;

export interface PublishOptions {
  readonly door: FrontDoor;
  readonly gateway: string;
  /** When the history begins, and what it is drawn from. */
  readonly start: Date;
  readonly base: Date;
  readonly signal: AbortSignal;
}

/** The last quarter that was over at some time, and how many answers the history has in it for the programme that is published. */
export function lastQuarter(now: Date, start: Date, base: Date): { quarter: string; from: string; to: string; answers: number } {
  const end = localDay(now).startOf('quarter');
  const begin = end.minus({ quarters: 1 });
  const published = new Set<unknown>(TOUCHPOINTS.filter(({ programme }) => programme === PROGRAMME).map(({ key }) => key));
  const after = start.toISOString();
  let answers = 0;
  for (let day = later(begin, localDay(start)); day < end; day = day.plus({ days: 1 })) answers += answersOf(day, base).filter(({ answeredAt, touchpoint }) => answeredAt > after && published.has(touchpoint)).length;
  return { quarter: begin.toFormat("yyyy-'Q'q"), from: begin.toISODate()!, to: end.toISODate()!, answers };
}

/**
 * Freezes the last quarter and signs it, once all its answers are counted: an analyst does the one and a director the other, each by a key of their own. One that was frozen stays as it is.
 * @returns whether it was published now
 */
export async function publishQuarter({ door, gateway, start, base, signal }: PublishOptions): Promise<boolean> {
  const { quarter, from, to, answers } = lastQuarter(new Date(), start, base);
  if (answers === 0 || (await door.get(`/v1/official/${quarter}?programme=${PROGRAMME}`))) return false;
  for (let look = 0; ; look++) {
    const scores = await door.get<{ data?: readonly { n: number }[] }>(`/v1/scores?programme=${PROGRAMME}&from=${from}&to=${to}`);
    if ((scores?.data?.[0]?.n ?? 0) >= answers) break;
    if (look === LOOKS) return false;
    await delay(LOOK_MS, undefined, { signal });
  }
  const expiresAt = new Date(Date.now() + KEY_HOURS * 3_600_000).toISOString();
  const as = async (name: string): Promise<FrontDoor> => new FrontDoor(gateway, (await door.post<{ secret: string }>('/v1/api-keys', JSON.stringify({ name, scopes: ['scores:read', 'responses:correct'], expiresAt }))).secret);
  await (await as(ANALYST)).put(`/v1/official/${quarter}`, { programme: PROGRAMME });
  await (await as(DIRECTOR)).post(`/v1/official/${quarter}/sign`, JSON.stringify({ programme: PROGRAMME }));
  return true;
}

const later = (a: DateTime, b: DateTime): DateTime => (a > b ? a : b);
