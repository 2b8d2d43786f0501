import { z } from 'zod';
import type { findImport } from '../../file/import.repository.ts';

export const importView = z.object({
  id: z.string(),
  status: z.enum(['receiving', 'running', 'done', 'failed']),
  asOf: z.string().meta({ description: 'When what the file says was true' }),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  bytes: z.int(),
  lines: z.int().meta({ description: 'Of the file, its header included: what `rows` grows towards' }),
  rows: z.int().meta({ description: 'That are done' }),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  left: z.int().meta({ description: 'Customers whom a complete file did not name' }),
  errors: z.array(z.object({ line: z.int(), field: z.string(), message: z.string() })).meta({ description: 'The first 1,000' }),
});
export type ImportView = z.infer<typeof importView>;

export const EXAMPLE: ImportView = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', status: 'done', asOf: '2026-11-22T12:00:00.000Z', receivedAt: '2026-11-22T12:00:00.000Z', finishedAt: '2026-11-22T12:00:21.300Z',
  bytes: 11_904_122, lines: 100_001, rows: 100_000, created: 99_120, changed: 0, unchanged: 878, refused: 2, left: 0,
  errors: [{ line: 17, field: 'unit', message: 'there is no unit "haifa-9"' }, { line: 90_210, field: 'phone', message: 'is not a phone number with a country code' }],
};

export const viewOf = ({ row, errors }: NonNullable<Awaited<ReturnType<typeof findImport>>>): ImportView => ({
  id: row.id, status: row.status, asOf: row.as_of.toISOString(), receivedAt: row.received_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null,
  bytes: Number(row.bytes), lines: row.lines, rows: row.row_count, created: row.created, changed: row.changed, unchanged: row.unchanged, refused: row.refused, left: row.gone, errors,
});
