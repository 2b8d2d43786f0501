import { key, localDay } from '@candor/contracts';
import { z } from 'zod';
import { quarterParam } from '../official/request.ts';

const line = z.string().trim().min(3).max(300);

export const reportOf = z.object({
  quarter: quarterParam.describe('Such as 2026-Q3'), programme: key.default('transactional'),
  unit: key.optional().describe('With all below it; none: all units, or the one that is yours'),
});
export type ReportOf = z.output<typeof reportOf>;

export const listQuery = z.object({ programme: key.optional(), quarter: quarterParam.optional() });

export const planItem = z.object({
  problem: line.describe('What is wrong'), owner: z.string().trim().min(1).max(120).describe('Who mends it'), deadline: localDay, measure: line.describe('How it will be seen that it is mended'), done: z.boolean().default(false),
});
export type PlanItem = z.output<typeof planItem>;
export const planBody = z.object({ version: z.int().min(0).describe('Of the plan that was read; another one meanwhile is not overwritten'), items: z.array(planItem).max(50) });
