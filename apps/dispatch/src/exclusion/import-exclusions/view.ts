import { z } from 'zod';
import type { findImport } from '../../file/import.repository.ts';

export const exclusionImportView = z.object({
  id: z.string(),
  status: z.enum(['receiving', 'running', 'done', 'failed']),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  bytes: z.int(),
  lines: z.int().meta({ description: 'Of the file, its header included: what `rows` grows towards' }),
  rows: z.int().meta({ description: 'That are done' }),
  accepted: z.int().meta({ description: 'Excluded from now on' }),
  duplicates: z.int().meta({ description: 'In force before, or earlier in the file' }),
  refused: z.int(),
  errors: z.array(z.object({ line: z.int(), field: z.string(), message: z.string() })).meta({ description: 'The first 1,000' }),
});
export type ExclusionImportView = z.infer<typeof exclusionImportView>;

export const IMPORT_EXAMPLE: ExclusionImportView = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', status: 'running', receivedAt: '2026-11-22T12:00:00.000Z', finishedAt: null, bytes: 1_904_122, lines: 60_001, rows: 24_500, accepted: 24_102, duplicates: 397, refused: 1,
  errors: [{ line: 17, field: 'phone', message: 'is not a phone number with a country code' }],
};

export const importViewOf = ({ row, errors }: NonNullable<Awaited<ReturnType<typeof findImport>>>): ExclusionImportView => ({
  id: row.id, status: row.status, receivedAt: row.received_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null, bytes: Number(row.bytes), lines: row.lines, rows: row.row_count,
  accepted: row.created, duplicates: row.unchanged, refused: row.refused, errors,
});
