import { FUNNEL_COLUMNS, SCORE_COLUMNS } from '../score-cells/cell.ts';

/** Batches in the shape of the figures tables, for units that have moved: a batch stays where it was published. */
export const batches = (which: string): string => `SELECT programme, measure, unit, day, touchpoint, 0::smallint AS hour, ${SCORE_COLUMNS.map((column, index) => `coalesce(counts[${index + 1}], 0) AS ${column}`).join(', ')},
      discouraging[10] + discouraging[11], false_detractors, ${FUNNEL_COLUMNS.map((column) => `0 AS ${column}`).join(', ')} FROM anonymous_batch WHERE ${which}
    UNION ALL SELECT programme, measure, unit, day, touchpoint, 0::smallint, ${[...SCORE_COLUMNS, 'discouraging', 'false_detractors'].map(() => '0').join(', ')},
      ${FUNNEL_COLUMNS.map((column) => (column === 'answered' ? 'invited' : '0')).join(', ')} FROM anonymous_batch WHERE invited > 0 AND ${which}`;
