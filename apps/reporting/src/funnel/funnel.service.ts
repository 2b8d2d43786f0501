import { CatalogCopy } from '@candor/catalog-copy';
import { ASKED_MEASURES, OUTCOMES, type Outcome } from '@candor/contracts';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FUNNEL_COLUMNS } from '../score-cells/cell.ts';
import { funnelOf, NO_SUMS, onTheWay, type FunnelFigures, type Sums } from '../scores/figure.ts';
import type { Period } from '../scores/period.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { funnelQuery } from '../scores/request.ts';
import { ScoresService, type Row } from '../scores/scores.service.ts';
import { merged, sourcesOf } from '../scores/selection.ts';
import { FunnelStore, type OutcomeRow } from './funnel.store.ts';

export type FunnelQuery = z.output<typeof funnelQuery>;
export type Outcomes = Record<Exclude<Outcome, 'pending'>, number>;

export interface FunnelRow extends FunnelFigures, ReturnType<typeof onTheWay> {
  touchpoint?: string;
  unit?: string;
  /** Interactions that have ended in an outcome; the outcomes add up to it. */
  interactions: number;
  outcomes: Outcomes;
}

export interface Funnel extends Partial<Period> {
  asOf: string;
  programme: string;
  data: FunnelRow[];
}

const NO_OUTCOMES = Object.fromEntries(OUTCOMES.filter((outcome) => outcome !== 'pending').map((outcome) => [outcome, 0])) as Outcomes;

@Injectable()
export class FunnelService {
  constructor(
    private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scores: ScoresService, private readonly store: FunnelStore,
  ) {}

  /** Who was asked, who was not and why, and what came of it; units as the tree is now. */
  async funnel(principal: Principal, query: FunnelQuery): Promise<Funnel> {
    const selection = await this.selections.read(principal, query);
    const { programme, touchpoints, units } = selection;
    const groupBy = query.groupBy ?? [];
    const asked = { ...query, tree: 'is', interval: 'all' } as const;
    const world = { roots: principal.units, members: (unit: string) => this.catalog.withDescendants([unit]) };
    const [source] = merged(sourcesOf({ units, descendants: query.descendants, tree: 'is', byUnit: groupBy.includes('unit'), hourly: false }, world));
    const window = { from: query.from ?? null, to: query.to ?? null };
    // Whatever the invitations ask for: their way is the same.
    const [[first, ...others], outcomes] = await Promise.all([
      Promise.all(ASKED_MEASURES.map((measure) => this.scores.rows(principal, selection, { ...asked, measure }, groupBy))),
      source ? this.store.outcomes({ programme: programme.key, touchpoints, source, window, groupBy }) : [],
    ]);
    const rows = [first!, ...others].flatMap((one) => one.rows);
    return { asOf: first!.asOf, programme: programme.key, ...(query.from ? { from: query.from } : {}), ...(query.to ? { to: query.to } : {}), data: joined(rows, outcomes) };
  }
}

interface Keyed {
  unit?: string | undefined;
  touchpoint?: string | undefined;
}

const keyOf = ({ unit, touchpoint }: Keyed): string => `${unit ?? ''}|${touchpoint ?? ''}`;
const added = (a: Sums, b: Sums): Sums => ({ ...a, ...Object.fromEntries(FUNNEL_COLUMNS.map((column) => [column, a[column] + b[column]])) });

function joined(invited: readonly Row[], decided: readonly OutcomeRow[]): FunnelRow[] {
  const rows = new Map<string, FunnelRow>();
  const open = ({ unit, touchpoint }: Keyed): FunnelRow => {
    const key = keyOf({ unit, touchpoint });
    const row = rows.get(key) ?? {
      ...(touchpoint === undefined ? {} : { touchpoint }), ...(unit === undefined ? {} : { unit }), interactions: 0, outcomes: { ...NO_OUTCOMES }, ...funnelOf(NO_SUMS), ...onTheWay(NO_SUMS),
    };
    rows.set(key, row);
    return row;
  };
  for (const row of decided) {
    const held = open(row);
    held.outcomes[row.outcome as keyof Outcomes] += row.n;
    held.interactions += row.n;
  }
  for (const of of Map.groupBy(invited, keyOf).values()) {
    const sums = of.reduce((all, row) => added(all, row.sums), NO_SUMS);
    Object.assign(open(of[0]!), funnelOf(sums), onTheWay(sums));
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
