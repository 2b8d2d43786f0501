import { isDense, isNumbered, type TopicDeclaration } from '@candor/contracts';
import { isNumberedAs, numberingOf } from '../envelope/numbering.ts';
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
  const run = isDense(topic) ? runOf(from, records) : 0;
  const fresh = records.slice(0, run);
  let { next, generation, number } = after(from, fresh);
  let duplicates = 0;
  const numbered = isNumbered(topic);
  for (const record of run === 0 ? records : records.slice(run)) {
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

/**
 * How many of the records, from the first on, each have the number after the one before: all of them, unless something has happened. Told in place, since making
 * a text and a BigInt of each number costs as much as reading a record.
 */
function runOf({ generation, number }: Position, records: readonly IncomingRecord[]): number {
  const last = Number(number);
  if (generation === null || number === null || !Number.isSafeInteger(last + records.length)) return 0;
  let run = 0;
  while (run < records.length && isNumberedAs(records[run]!, generation, String(last + run + 1))) run += 1;
  return run;
}

/** After a run of records. */
function after(from: Position, run: readonly IncomingRecord[]): Position {
  const last = run.at(-1);
  return last === undefined ? from : { next: BigInt(last.offset) + 1n, generation: from.generation, number: from.number! + BigInt(run.length) };
}

function lossBetween(generation: string | null, number: bigint | null, found: { generation: string; number: bigint }): Pick<Stop, 'kind' | 'reason'> | undefined {
  if (generation !== null && found.generation !== generation) {
    const beginning = found.number === 1n ? '' : `, and begins with number ${found.number}: 1 is missing`;
    return { kind: 'generation', reason: `generation ${found.generation} is unknown, read so far: ${generation}${beginning}` };
  }
  const expected = (number ?? 0n) + 1n;
  return found.number === expected ? undefined : { kind: 'gap', reason: `number ${found.number} follows ${number ?? 'nothing'}: ${expected} is missing` };
}
