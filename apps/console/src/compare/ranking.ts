import type { Query } from '../api/query.ts';
import { findNode, leaves, siblingsOf, unitsToCompare, type UnitNode } from '../catalog/tree.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import type { Ranked } from './compare-search.ts';
import type { Difference } from './comparison.ts';

export interface Place extends ScoreRow {
  /** 1 is the best; within a tier the answers tell nobody apart. */
  readonly tier: number;
  /** The places that the answers leave open. */
  readonly places: { readonly from: number; readonly to: number };
  readonly rest: (Difference & { readonly nps: number; readonly n: number }) | null;
}

/** `GET /v1/scores/ranking`. */
export interface Ranking {
  readonly asOf: string;
  readonly by: 'unit' | 'touchpoint';
  readonly tiers: number;
  readonly data: readonly Place[];
  readonly unranked: readonly ScoreRow[];
}

/** Best tier first, each with its rows in the order given. */
export function tiersOf(data: readonly Place[]): { tier: number; rows: Place[] }[] {
  return [...Map.groupBy(data, ({ tier }) => tier)].map(([tier, rows]) => ({ tier, rows })).sort((a, b) => a.tier - b.tier);
}

/** `3`, or `3–5` while the answers leave it open. */
export const placeText = ({ from, to }: Place['places']): string => (from === to ? String(from) : `${from}–${to}`);

/** Units that may be ranked together contain none of one another: one step below what is selected, or those with nothing below them. One branch stands among those beside it: alone it would be first and last. */
export function rankingQuery(selection: Selection, by: Ranked, tree: readonly UnitNode[]): Query {
  const query = segmentQuery(selection);
  if (by === 'touchpoint') return { ...query, by };
  const within = selection.units.length === 0 ? tree : selection.units.flatMap((key) => findNode(tree, key) ?? []);
  const chosen = by === 'unit' ? unitsToCompare(tree, selection.units) : leaves(within);
  const units = chosen.length === 1 ? siblingsOf(tree, chosen[0]!.key) : chosen;
  return { ...query, unit: units.map(({ key }) => key), by: 'unit' };
}
