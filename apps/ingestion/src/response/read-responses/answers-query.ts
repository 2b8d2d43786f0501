import type { TimesBelow } from '@candor/catalog-copy';
import type { Segment } from '@candor/contracts';
import { scoresOf } from '@candor/nps';
import type { SelectQueryBuilder } from 'typeorm';
import type { ResponseEntity } from '../response.entity.ts';
import { below } from './below.ts';
import { whoSay, type SaidFilter } from './said-filters.ts';

/** Which answers, and from where in the order of their last change. */
export interface Selection {
  readonly touchpoints?: readonly string[];
  /** Of the units asked for: the answers that figures on the tree as it was count for them. */
  readonly units?: TimesBelow;
  /** Units whose answers may be seen; null: all. */
  readonly visible: ReadonlySet<string> | null;
  /** Programmes whose answers are not shown one by one. */
  readonly anonymous: readonly string[];
  readonly programmes?: readonly string[];
  readonly invitation?: string;
  readonly segment?: Segment;
  readonly said?: SaidFilter;
  readonly exceptUnits?: TimesBelow;
  readonly exceptTouchpoints?: readonly string[];
  readonly words?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** Narrows a query over `r` to the selection. */
export function select(query: SelectQueryBuilder<ResponseEntity>, { touchpoints, units, visible, anonymous, programmes, invitation, segment, said, exceptUnits, exceptTouchpoints, words, from, to }: Selection): SelectQueryBuilder<ResponseEntity> {
  if (touchpoints) query.andWhere('r.touchpoint = ANY (:touchpoints)', { touchpoints });
  if (units) query.andWhere(...below('units', units));
  if (visible) query.andWhere('r.unit = ANY (:visible)', { visible: [...visible] });
  if (anonymous.length > 0) query.andWhere('r.programme <> ALL (:anonymous)', { anonymous });
  if (programmes) query.andWhere('r.programme = ANY (:programmes)', { programmes });
  if (invitation !== undefined) query.andWhere('r.invitation = :invitation', { invitation });
  if (segment) {
    const { low, high } = scoresOf(segment);
    query.andWhere(`r.measure IN ('nps', 'enps') AND r.score BETWEEN :low AND :high`, { low, high });
  }
  if (said) whoSay(query, said);
  if (exceptUnits) {
    const [condition, values] = below('exceptUnits', exceptUnits);
    query.andWhere(`NOT ${condition}`, values);
  }
  if (exceptTouchpoints) query.andWhere('r.touchpoint <> ALL (:exceptTouchpoints)', { exceptTouchpoints });
  if (words !== undefined) query.andWhere(`r.comment IS ${words ? 'NOT ' : ''}NULL`);
  if (from !== undefined) query.andWhere(isDay(from) ? `r.day >= :from AND r.answered_at >= ${beside(':from', '- 1')}` : 'r.answered_at >= :from', { from });
  if (to !== undefined) query.andWhere(isDay(to) ? `r.day < :to AND r.answered_at < ${beside(':to', '+ 1')}` : 'r.answered_at < :to', { to });
  return query;
}

/** No local day begins or ends further from that of UTC: a list of few answers need not read those of all years, since there is an index by time and none by day. */
const beside = (day: string, days: string): string => `(CAST(CAST(${day} AS date) ${days} AS timestamp) AT TIME ZONE 'UTC')`;

const isDay = (moment: string): boolean => moment.length === 'YYYY-MM-DD'.length;
