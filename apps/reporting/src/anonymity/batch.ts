import type { cellScored, DataOf, Measure } from '@candor/contracts';
import { countIndex, countsLength } from '@candor/nps';
import { cellOf, type Cell } from '../score-cells/cell.ts';

/** Answers of an anonymous programme are published so many at a time, never fewer (domain 9.4). */
export const BATCH_SIZE = 5;

/** Where an answer of an anonymous programme counts: the smallest thing that figures tell apart. */
export interface Leaf {
  programme: string;
  measure: Measure;
  touchpoint: string;
  unit: string;
}

/** An answer that waits until there are enough of its leaf. */
export interface Waiting extends Leaf {
  id: string;
  /** Root to unit, when it was given. */
  path: string[];
  day: string;
  score: number;
  discourage: number | null;
  /** Whether it answers an invitation. */
  invited: boolean;
}

/** Several answers as one thing: they are never told apart again. */
export interface Batch extends Leaf {
  id: string;
  path: string[];
  /** That of the last one given: all of them count there. */
  day: string;
  counts: number[];
  discouraging: number[];
  falseDetractors: number;
  invited: number;
}

const leafOf = ({ programme, measure, touchpoint, unit }: Leaf): string => [programme, measure, touchpoint, unit].join('|');

/**
 * Fills batches from those that wait, in the order given, leaf by leaf; a rest that is too small goes on waiting. Each answer is in one batch, and each batch counts on
 * one day and in one leaf, so that whatever is published, and every difference of what is published, is a sum of whole batches.
 */
export function fillBatches(waiting: readonly Waiting[], newId: () => string): { batch: Batch; members: string[] }[] {
  return [...Map.groupBy(waiting, leafOf)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, ofLeaf]) =>
    Array.from({ length: Math.floor(ofLeaf.length / BATCH_SIZE) }, (_, i) => {
      const members = ofLeaf.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE);
      return { batch: batchOf(members, newId()), members: members.map(({ id }) => id) };
    }));
}

function batchOf(members: readonly Waiting[], id: string): Batch {
  const last = members.reduce((latest, one) => (one.day >= latest.day ? one : latest));
  const { programme, measure, touchpoint, unit, path, day } = last;
  const counts = new Array<number>(countsLength(measure)).fill(0);
  const discouraging = new Array<number>(11).fill(0);
  for (const { score, discourage } of members) {
    counts[countIndex(measure, score)]! += 1;
    if (discourage !== null) discouraging[discourage]! += 1;
  }
  const falseDetractors = members.filter(({ score, discourage }) => score <= 6 && discourage !== null && discourage <= 6).length;
  return { id, programme, measure, touchpoint, unit, path, day, counts, discouraging, falseDetractors, invited: members.filter(({ invited }) => invited).length };
}

type CellScored = DataOf<typeof cellScored>;
const NO_FUNNEL = { invited: 0, delivered: 0, bounced: 0, answered: 0, maturedDelivered: 0, maturedAnswered: 0, opened: 0, started: 0 };

/** What a batch adds to the figures: the cells that scoring would publish if these were all answers there are. Invitations are counted under the measure of what they ask for, which is that of their answers. */
export function cellsOf({ id, programme, measure, touchpoint, path, day, counts, discouraging, falseDetractors, invited }: Batch, asOf: string): Cell[] {
  const common = { programme, touchpoint, day, version: 1, asOf };
  const parts: Pick<CellScored, 'measure' | 'source' | 'counts' | 'womi' | 'funnel'>[] = [
    { measure, source: `b${id}`, counts, ...(measure === 'womi' ? { womi: { discourage: discouraging, falseDetractors } } : {}) },
    ...(invited > 0 ? [{ measure, source: `f${id}`, counts: [], funnel: { ...NO_FUNNEL, answered: invited } }] : []),
  ];
  return parts.flatMap((part) => [
    ...path.map((unit) => cellOf({ ...common, ...part, span: 'day', unit })),
    // Figures of anonymous programmes are not told by the hour: which one it is does not matter.
    cellOf({ ...common, ...part, span: 'hour', unit: path.at(-1)!, hour: 0 }),
  ]);
}
