import { isDense, isNumbered, type TopicDeclaration } from '@candor/contracts';
import { numberingOf } from '../envelope/numbering.ts';
import type { IncomingRecord } from '../kafka/index.ts';
import type { Position } from './batch.ts';
import type { Stop } from './stop.ts';

export interface Screened {
  /** What the consumer has not had yet, in order. */
  fresh: IncomingRecord[];
  duplicates: number;
  /** After everything that was looked at. */
  to: Position;
  /** Set where nothing may be read beyond: records were lost, or somebody numbers anew. `to` stands before the record. */
  stop?: Pick<Stop, 'kind' | 'reason' | 'resume'>;
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
      if (wrong) {
        const resume = { next: BigInt(record.offset), generation: numbering.generation, number: numbering.number - 1n };
        return { fresh, duplicates, to: { next, generation, number }, stop: { kind: wrong.kind, reason: `${topic.name} at offset ${record.offset}: ${wrong.reason}`, resume } };
      }
      ({ generation, number } = numbering);
      fresh.push(record);
    }
    next = BigInt(record.offset) + 1n;
  }
  return { fresh, duplicates, to: { next, generation, number } };
}

function lossBetween(generation: string | null, number: bigint | null, found: { generation: string; number: bigint }): Pick<Stop, 'kind' | 'reason'> | undefined {
  if (generation !== null && found.generation !== generation) {
    const beginning = found.number === 1n ? '' : `, and begins with number ${found.number}: 1 is missing`;
    return { kind: 'generation', reason: `generation ${found.generation} is unknown, read so far: ${generation}${beginning}` };
  }
  const expected = (number ?? 0n) + 1n;
  return found.number === expected ? undefined : { kind: 'gap', reason: `number ${found.number} follows ${number ?? 'nothing'}: ${expected} is missing` };
}
