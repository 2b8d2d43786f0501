import type { Position } from './batch.ts';

/**
 * - `gap`: numbers are missing, so records were lost.
 * - `generation`: the owner of the topic numbers anew: it has published again from its tables, or lost them.
 * - `range`: Kafka does not have the stored offset: records were deleted or lost, or the topic was made anew.
 */
export type StopKind = 'gap' | 'generation' | 'range';

/** Why a consumer refuses to go on in a partition, and where it would if somebody accepted that. */
export interface Stop {
  topic: string;
  partition: number;
  kind: StopKind;
  reason: string;
  at: Position;
  resume: Position;
}
