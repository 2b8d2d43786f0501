import type { FrontDoor } from '../../front-door/front-door.ts';
import { answersOf, localDay, type PastAnswer } from './day.ts';

const PER_REQUEST = 2_000;

interface Taken {
  accepted: number;
  duplicates: number;
  refused: { line: number; code: string }[];
}

export interface Loaded {
  readonly accepted: number;
  readonly duplicates: number;
  /** Codes of refusals, with how often each. */
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * Sends what was answered after `from` and until `to` (both instants) as newline-delimited JSON, oldest first. Ids are stable, so that sending a stretch again counts nothing twice.
 * @param base when the demonstration began
 */
export async function loadHistory(door: FrontDoor, from: Date, to: Date, base: Date, progress: (sent: number) => void, signal: AbortSignal): Promise<Loaded> {
  const total = { accepted: 0, duplicates: 0, refused: {} as Record<string, number> };
  let sent = 0;
  for (const chunk of chunks(stretch(from, to, base))) {
    signal.throwIfAborted();
    const taken = await door.post<Taken>('/v1/responses', chunk.map((answer) => JSON.stringify(answer)).join('\n'), 'application/x-ndjson');
    total.accepted += taken.accepted;
    total.duplicates += taken.duplicates;
    for (const { code } of taken.refused) total.refused[code] = (total.refused[code] ?? 0) + 1;
    progress((sent += chunk.length));
  }
  return total;
}

function* stretch(from: Date, to: Date, base: Date): Generator<PastAnswer> {
  const [after, until] = [from.toISOString(), to.toISOString()];
  for (let day = localDay(from); day.toJSDate() <= to; day = day.plus({ days: 1 })) {
    const answers = answersOf(day, base).filter(({ answeredAt }) => answeredAt > after && answeredAt <= until);
    yield* answers.sort((a, b) => (a.answeredAt < b.answeredAt ? -1 : 1));
  }
}

function* chunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < PER_REQUEST) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
