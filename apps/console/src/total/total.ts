import type { ScoreRow } from '../figures/score-row.ts';

interface Weighed {
  readonly touchpoint: string;
  readonly weight: number;
}

/** One row of `GET /v1/scores/total`. */
export interface Total extends Pick<ScoreRow, 'from' | 'to' | 'nps' | 'n' | 'confidence' | 'sufficient'> {
  readonly touchpoints: readonly (Weighed & { readonly share: number; readonly nps: number; readonly n: number })[];
  /** Have a weight and no score. */
  readonly missing: readonly Weighed[];
  readonly weights: {
    /** null: since ever. */
    readonly from: string | null;
    readonly changedOn: readonly string[];
    readonly sum: number;
    readonly normalised: boolean;
  };
}

export interface Totals {
  readonly asOf: string;
  readonly data: readonly Total[];
}

export interface TotalLine extends Weighed {
  /** null: missing. */
  readonly share: number | null;
  readonly nps: number | null;
  readonly n: number;
  /** What it brings to the total, in points: its score by its share. */
  readonly points: number | null;
}

/** The heaviest first; what is missing comes last, so that it is seen and does not look like a score. */
export function linesOf({ touchpoints, missing }: Pick<Total, 'touchpoints' | 'missing'>): TotalLine[] {
  const heaviest = (a: Weighed, b: Weighed): number => b.weight - a.weight || a.touchpoint.localeCompare(b.touchpoint);
  return [
    ...touchpoints.toSorted(heaviest).map((one) => ({ ...one, points: one.share * one.nps })),
    ...missing.toSorted(heaviest).map((one) => ({ ...one, share: null, nps: null, n: 0, points: null })),
  ];
}
