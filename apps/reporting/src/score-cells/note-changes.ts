import { textArray } from '@candor/database';
import type pg from 'pg';
import type { ChangedFigure } from './upsert-cells.ts';

/** Told at the commit; whoever streams to people listens. */
export const SCORE_CHANGED = 'reporting_score_changed';

/**
 * Numbers what changed. The clock's row stays locked to the commit: who reads up to a number has read everything below it. So this comes
 * last in the transaction.
 */
const NOTE = `WITH clock AS (
    UPDATE score_clock SET seq = seq + 1, as_of = greatest(as_of, $5::timestamptz) RETURNING seq),
  noted AS (
    INSERT INTO score_change (programme, measure, touchpoint, unit, seq)
    SELECT f.programme, f.measure, f.touchpoint, f.unit, clock.seq
    FROM clock, unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS f(programme, measure, touchpoint, unit)
    ON CONFLICT (programme, measure, touchpoint, unit) DO UPDATE SET seq = excluded.seq)
  SELECT pg_notify('${SCORE_CHANGED}', seq::text) FROM clock`;

/** @param asOf of the newest cell in the batch; null where no cell came, but an answer belongs elsewhere */
export async function noteChanges(client: pg.ClientBase, changed: readonly ChangedFigure[], asOf: string | null): Promise<void> {
  const texts = (part: keyof ChangedFigure): Buffer => textArray(changed.map((figure) => figure[part]));
  await client.query({ name: 'note-changes', text: NOTE, values: [texts('programme'), texts('measure'), texts('touchpoint'), texts('unit'), asOf] });
}
