import { isDense, isNumbered, type TopicDeclaration } from '@candor/contracts';
import { numberingOf } from '../envelope/numbering.ts';
import type { IncomingRecord } from '../kafka/index.ts';
import type { Position } from './batch.ts';

export interface Screened {
  /** What the consumer has not had yet, in order. */
  fresh: IncomingRecord[];
  duplicates: number;
  /** After everything that was looked at. */
  to: Position;
  /** Set where nothing may be read beyond: records were lost, or somebody numbers anew. `to` stands before the record. */
  stop?: string;
}

/**
 * Drops what a consumer has had and finds what is missing. Numbers are dense per partition on topics of facts and handovers: a gap, or a generation that is not the one read
 * so far, means loss. Compacted topics have gaps by nature; there a later generation continues an earlier one.
 * A record without a number passes: the parser refuses it, and it becomes a dead letter.
 */
export function screen(topic: TopicDeclaration, from: Position, records: readonly IncomingRecord[]): Screened {
  const fresh: IncomingRecord[] = [];
  let { generation, number } = from;
  let { next } = from;
  let duplicates = 0;
  const numbered = isNumbered(topic);
  for (const record of records) {
    const numbering = numbered ? numberingOf(record) : null;
    if (!numbering) {
      fresh.push(record);
    } else if (numbering.generation === generation && number !== null && numbering.number <= number) {
      duplicates += 1;
    } else if (topic.kind === 'state' && generation !== null && numbering.generation < generation) {
      duplicates += 1;
    } else {
      const wrong = isDense(topic) ? lossBetween(generation, number, numbering) : undefined;
      if (wrong) return { fresh, duplicates, to: { next, generation, number }, stop: `${topic.name} at offset ${record.offset}: ${wrong}` };
      ({ generation, number } = numbering);
      fresh.push(record);
    }
    next = BigInt(record.offset) + 1n;
  }
  return { fresh, duplicates, to: { next, generation, number } };
}

function lossBetween(generation: string | null, number: bigint | null, found: { generation: string; number: bigint }): string | undefined {
  if (generation !== null && found.generation !== generation) return `generation ${found.generation} is unknown, read so far: ${generation}`;
  const expected = (number ?? 0n) + 1n;
  return found.number === expected ? undefined : `number ${found.number} follows ${number ?? 'nothing'}: ${expected} is missing`;
}
