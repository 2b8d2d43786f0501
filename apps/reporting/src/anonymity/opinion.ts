import type { Measure } from '@candor/contracts';
import { BATCH_SIZE } from './batch.ts';

/** What one answer of an anonymous programme says of a rival, or (`rival` empty) of choosing another company, until it is published. */
export interface Opinion {
  id: string;
  programme: string;
  measure: Measure;
  touchpoint: string;
  unit: string;
  rival: string;
  /** Root to unit, when it was given. */
  path: string[];
  day: string;
  score: number;
  /** Whom they would choose. */
  named: string | null;
}

/** Five of one place about one rival, as one thing. */
export interface OpinionBatch extends Pick<Opinion, 'programme' | 'measure' | 'touchpoint' | 'unit' | 'rival' | 'path' | 'day'> {
  id: string;
  counts: number[];
  /** How often each was named. */
  named: Record<string, number>;
}

const leafOf = ({ programme, measure, touchpoint, unit, rival }: Opinion): string => [programme, measure, touchpoint, unit, rival].join('|');

/**
 * As answers are published (docs/adr/0019), opinions are: five of one leaf at a time, the rival being part of the leaf, on the day of the last. What the same people gave us is not told
 * beside it: that would be a second sum over nearly the five of another batch.
 */
export function fillOpinions(waiting: readonly Opinion[], newId: () => string): { batch: OpinionBatch; members: string[] }[] {
  return [...Map.groupBy(waiting, leafOf)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, ofLeaf]) =>
    Array.from({ length: Math.floor(ofLeaf.length / BATCH_SIZE) }, (_, i) => {
      const members = ofLeaf.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE);
      return { batch: batchOf(members, newId()), members: members.map(({ id }) => id) };
    }));
}

function batchOf(members: readonly Opinion[], id: string): OpinionBatch {
  const { programme, measure, touchpoint, unit, rival, path, day } = members.reduce((latest, one) => (one.day >= latest.day ? one : latest));
  const counts = new Array<number>(11).fill(0);
  const named: Record<string, number> = {};
  for (const member of members) {
    counts[member.score]! += 1;
    if (member.named !== null) named[member.named] = (named[member.named] ?? 0) + 1;
  }
  return { id, programme, measure, touchpoint, unit, rival, path, day, counts, named };
}
