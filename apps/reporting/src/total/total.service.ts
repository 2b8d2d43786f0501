import { CatalogCopy, type Touchpoint } from '@candor/catalog-copy';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { figureOf, funnelOf, NO_SUMS, type FunnelFigures, type Publication, type Sums } from '../scores/figure.ts';
import type { Period } from '../scores/period.ts';
import { ReadSelection, type KnownSelection } from '../scores/read-selection.ts';
import type { TotalQuery } from '../scores/request.ts';
import { dayAfter } from '../scores/rolling.ts';
import { ScoresService, type Row } from '../scores/scores.service.ts';
import { COUNT_COLUMNS } from '../score-cells/cell.ts';
import { compose, type Composed } from './compose.ts';
import { changesOf, weightsOn, weightsUsed, type WeightsUsed } from './weights.ts';

export interface Total extends Period, Composed, FunnelFigures {
  unit?: string;
  weights: WeightsUsed;
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
    const weighed = this.#weighed(selection);
    const today = dayAfter(this.scores.tomorrow(selection.units), -1);
    const endless = query.interval === 'all' && query.to === undefined;
    const data = grouped(rows, query.interval === 'all').map((group) => totalOf(group, weighed, endless ? today : earlier(lastDay(group), today), query.measure, programme));
    return { asOf, programme: programme.key, measure: query.measure, data };
  }

  /** Of the touchpoints asked for, or of all that the programme has now. */
  #weighed({ programme, touchpoints: named }: KnownSelection): Touchpoint[] {
    return this.catalog.touchpoints().filter((touchpoint) => (named ? named.includes(touchpoint.key) : touchpoint.programme === programme.key));
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

/** @param day whose weights hold: the last of the period that has come */
function totalOf(rows: readonly Row[], weighed: readonly Touchpoint[], day: string, measure: TotalQuery['measure'], publication: Publication): Total {
  const figures = new Map(rows.map(({ touchpoint, sums }) => [touchpoint!, figureOf(measure, sums, publication)]));
  const composed = compose([...weightsOn(weighed, day)].map(([touchpoint, weight]) => ({ touchpoint, weight, counts: figures.get(touchpoint)?.counts ?? null })));
  const sufficient = composed.touchpoints.length > 0 && composed.touchpoints.every(({ touchpoint }) => figures.get(touchpoint)?.sufficient);
  const from = rows.map(({ period }) => period.from).sort()[0]!;
  return {
    ...(rows[0]?.unit === undefined ? {} : { unit: rows[0].unit }),
    from,
    to: rows.map(({ period }) => period.to).sort().at(-1)!,
    ...composed, confidence: sufficient ? composed.confidence : null,
    weights: weightsUsed(changesOf(weighed), from.slice(0, DAY_LENGTH), day, composed.touchpoints.map(({ weight }) => weight)),
    ...funnelOf(added(rows.map(({ sums }) => sums))), sufficient,
  };
}

/** `YYYY-MM-DD`; hours have more. */
const DAY_LENGTH = 10;

/** Of the period, whether it has come or not; an hour belongs to its day. */
function lastDay(rows: readonly Row[]): string {
  const { from, to } = rows[0]!.period;
  return from.length > DAY_LENGTH ? from.slice(0, DAY_LENGTH) : dayAfter(rows.map(({ period }) => period.to).sort().at(-1) ?? to, -1);
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

const added = (all: readonly Sums[]): Sums =>
  all.reduce<Sums>((sum, one) => Object.fromEntries(COUNT_COLUMNS.map((column) => [column, sum[column] + one[column]])) as Sums, NO_SUMS);
