import { z } from 'zod';

export const rebuildState = z.enum(['building', 'catching-up', 'swapped', 'failed', 'cancelled']);
export const partitionProgress = z.object({ topic: z.string(), partition: z.int(), done: z.int(), total: z.int() }).describe('Records; the total grows while the live model reads on');
export const difference = z.object({ table: z.string(), missing: z.int(), wrong: z.int(), surplus: z.int() }).describe('Rows of the live model that were not as they are now');

export const rebuildShape = z.object({
  id: z.uuid(),
  model: z.string(),
  state: rebuildState,
  reason: z.string(),
  failure: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  partitions: z.array(partitionProgress),
  perSecond: z.number().nullable().describe('Over the last ten seconds; once it has ended, over all of it'),
  secondsLeft: z.int().nullable().describe('At this rate'),
  differences: z.array(difference).nullable().describe('Once it is swapped in'),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  endedBy: z.string().nullable().describe('Who cancelled it'),
  endedAt: z.iso.datetime().nullable(),
});
export const startBody = z.object({ model: z.string().trim().min(1).max(100), reason: z.string().trim().min(1).max(1000) });

export type RebuildState = z.infer<typeof rebuildState>;
export type PartitionProgress = z.infer<typeof partitionProgress>;
export type RebuildShown = z.infer<typeof rebuildShape>;

export const rebuildExample: RebuildShown = {
  id: '01938a4e-9f10-7c3a-9d50-0a4b1c2d3e53', model: 'cells', state: 'building', reason: 'Rows were changed by hand', failure: null, done: 412_000, total: 1_000_000,
  partitions: [{ topic: 'nps.response.v1', partition: 0, done: 206_000, total: 500_000 }, { topic: 'nps.response.v1', partition: 1, done: 206_000, total: 500_000 }],
  perSecond: 98_000, secondsLeft: 6, differences: null, startedBy: 'Dana Levi', startedAt: '2026-11-22T13:10:00.000Z', endedBy: null, endedAt: null,
};
