import { CatalogCopy } from '@candor/catalog-copy';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { figureOf, funnelOf, NO_SUMS, type FunnelFigures, type Publication, type Sums } from '../scores/figure.ts';
import type { Period } from '../scores/period.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import type { TotalQuery } from '../scores/request.ts';
import { ScoresService, type Row } from '../scores/scores.service.ts';
import { COUNT_COLUMNS } from '../score-cells/cell.ts';
import { compose, type Composed } from './compose.ts';

export interface Total extends Period, Composed, FunnelFigures {
  unit?: string;
  /** Whether every touchpoint that counts has reached the least n of the programme. */
  sufficient: boolean;
}

export interface Totals {
  asOf: string;
  programme: string;
  measure: TotalQuery['measure'];
  data: Total[];
}

@Injectable()
export class TotalService {
  constructor(private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scores: ScoresService) {}

  async totals(principal: Principal, query: TotalQuery): Promise<Totals> {
    const selection = await this.selections.read(principal, query);
    const { programme } = selection;
    const { asOf, rows } = await this.scores.rows(principal, selection, query, ['touchpoint', ...(query.groupBy ?? [])]);
    const weights = this.#weights(programme.key, selection.touchpoints);
    return { asOf, programme: programme.key, measure: query.measure, data: grouped(rows, query.interval === 'all').map((group) => totalOf(group, weights, query.measure, programme)) };
  }

  /** Of the touchpoints asked for, or of all that the programme has now. */
  #weights(programme: string, named: readonly string[] | null): Map<string, number> {
    const touchpoints = this.catalog.touchpoints().filter((touchpoint) => (named ? named.includes(touchpoint.key) : touchpoint.programme === programme));
    return new Map(touchpoints.map(({ key, weight }) => [key, weight]));
  }
}

/** In the order of units and time. Rows of one unit and period; of the whole time all rows of the unit, though each touchpoint may have begun on another day. */
function grouped(rows: readonly Row[], whole: boolean): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.unit ?? ''}|${whole ? '' : row.period.from}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function totalOf(rows: readonly Row[], weights: ReadonlyMap<string, number>, measure: TotalQuery['measure'], publication: Publication): Total {
  const figures = new Map(rows.map(({ touchpoint, sums }) => [touchpoint!, figureOf(measure, sums, publication)]));
  const composed = compose([...weights].map(([touchpoint, weight]) => ({ touchpoint, weight, counts: figures.get(touchpoint)?.counts ?? null })));
  const sufficient = composed.touchpoints.length > 0 && composed.touchpoints.every(({ touchpoint }) => figures.get(touchpoint)?.sufficient);
  return {
    ...(rows[0]?.unit === undefined ? {} : { unit: rows[0].unit }),
    from: rows.map(({ period }) => period.from).sort()[0]!,
    to: rows.map(({ period }) => period.to).sort().at(-1)!,
    ...composed, confidence: sufficient ? composed.confidence : null,
    ...funnelOf(added(rows.map(({ sums }) => sums))), sufficient,
  };
}

const added = (all: readonly Sums[]): Sums =>
  all.reduce<Sums>((sum, one) => Object.fromEntries(COUNT_COLUMNS.map((column) => [column, sum[column] + one[column]])) as Sums, NO_SUMS);
