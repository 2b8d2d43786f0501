import { caseOutcome } from '@candor/contracts';
import { z } from 'zod';

export const caseId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be the id of a task');

/** Requests that say all by their address. */
export const nothing = z.object({});

const text = z.string().trim().min(1, 'must not be empty').max(10_000);
export const noteRequest = z.object({ text });
export const closeRequest = z.object({ outcome: caseOutcome, note: text.optional() });
export const assignRequest = z.object({ assignee: z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(200) }) });
