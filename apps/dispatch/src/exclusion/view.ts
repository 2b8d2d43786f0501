import { pageQuery } from '@candor/http';
import { z } from 'zod';
import { EXCLUSION_REASONS } from './exclusion.ts';
import type { ExclusionRow } from './exclusion.repository.ts';

const by = z.object({ id: z.string(), name: z.string() });
export const exclusionView = z.object({
  id: z.string(),
  customer: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  reason: z.enum(EXCLUSION_REASONS),
  note: z.string(),
  addedBy: by,
  addedAt: z.string(),
  removed: z.object({ by, at: z.string(), note: z.string() }).optional(),
});
export type ExclusionView = z.infer<typeof exclusionView>;

export const exclusionsQuery = z.object({
  customer: z.string().optional(), email: z.string().optional(), phone: z.string().optional(), reason: z.enum(EXCLUSION_REASONS).optional(),
  removed: z.enum(['true', 'false']).default('false').transform((text) => text === 'true').meta({ description: 'Those that were taken back too' }), ...pageQuery,
});
export const exclusionPage = z.object({ data: z.array(exclusionView), next: z.string().nullable() });
export const loadedView = z.object({
  rows: z.int(), accepted: z.int(), duplicates: z.int(), refusedRows: z.int(),
  refused: z.array(z.object({ line: z.int(), code: z.string(), errors: z.array(z.object({ field: z.string(), message: z.string() })) })),
});

export const EXAMPLE: ExclusionView = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', customer: 'C-1042', reason: 'deceased', note: 'Letter of the family, 2026-11-20', addedBy: { id: 'key-7', name: 'CRM' }, addedAt: '2026-11-22T12:00:00.000Z',
};

export const viewOf = (row: ExclusionRow): ExclusionView => ({
  id: row.id, [row.kind]: row.value, reason: row.reason, note: row.note, addedBy: { id: row.added_by, name: row.added_by_name }, addedAt: row.added_at.toISOString(),
  ...(row.removed_at ? { removed: { by: { id: row.removed_by ?? '', name: row.removed_by_name ?? '' }, at: row.removed_at.toISOString(), note: row.removed_note ?? '' } } : {}),
});
