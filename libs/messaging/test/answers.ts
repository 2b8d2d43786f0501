import { responseRecorded, type DataOf } from '@candor/contracts';
import { outgoing, type Outgoing } from '../src/outbox/outgoing.ts';

/** Answers with distinct ids, which spread over the partitions. */
export function answers(count: number, prefix = 'answer'): Outgoing[] {
  const sample = responseRecorded.sample as DataOf<typeof responseRecorded>;
  return Array.from({ length: count }, (_, index) => outgoing(responseRecorded, { ...sample, id: `${prefix}-${index}` }) as Outgoing);
}
