import { z } from 'zod';
import { STEPS, type Level } from './service-levels.store.ts';

const seconds = z.number().nullable().describe('Seconds');
const count = z.int().min(0).nullable();

export const levelSchema = z.object({
  step: z.enum(STEPS), n: z.int().describe('How many took this step'), p50: seconds, p95: seconds, p99: seconds, max: seconds,
  inTime: count.describe('Done before the deadline; null: nothing is promised'), late: count.describe('Done after it'), waiting: count.describe('Not done, and still in time'), overdue: count.describe('Not done, and late'),
});
export const levelExample: Level = { step: 'task-to-close', n: 160, p50: 34_200, p95: 82_800, p99: 91_300, max: 120_400, inTime: 149, late: 11, waiting: 40, overdue: 4 };
