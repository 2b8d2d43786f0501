import type { SelectQueryBuilder } from 'typeorm';
import type { ResponseEntity } from '../response.entity.ts';

/** Which answers, and from where in the order of their last change. */
export interface Selection {
  readonly touchpoints?: readonly string[];
  /** Each stands for all answers whose path holds it. */
  readonly units?: readonly string[];
  /** Units whose answers may be seen; null: all. */
  readonly visible: ReadonlySet<string> | null;
  readonly from?: string;
  readonly to?: string;
}

/** Narrows a query over `r` to the selection. */
export function select(query: SelectQueryBuilder<ResponseEntity>, { touchpoints, units, visible, from, to }: Selection): SelectQueryBuilder<ResponseEntity> {
  if (touchpoints) query.andWhere('r.touchpoint = ANY (:touchpoints)', { touchpoints });
  if (units) query.andWhere('r.path && :units::text[]', { units });
  if (visible) query.andWhere('r.unit = ANY (:visible)', { visible: [...visible] });
  if (from !== undefined) query.andWhere(isDay(from) ? 'r.day >= :from' : 'r.answered_at >= :from', { from });
  if (to !== undefined) query.andWhere(isDay(to) ? 'r.day < :to' : 'r.answered_at < :to', { to });
  return query;
}

const isDay = (moment: string): boolean => moment.length === 'YYYY-MM-DD'.length;
