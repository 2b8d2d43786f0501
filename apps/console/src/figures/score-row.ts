/** One row of `GET /v1/scores`. */
export interface ScoreRow {
  readonly touchpoint?: string;
  readonly unit?: string;
  readonly from: string;
  readonly to: string;
  /** Full precision, -100 to 100; null without answers or where it is withheld. */
  readonly nps: number | null;
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly counts: readonly number[];
  readonly mean: number | null;
  readonly confidence: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly invited: number;
  readonly answered: number;
  readonly pending: number;
  readonly bounced: number;
  readonly responseRate: number | null;
  readonly sufficient: boolean;
  readonly suppressed: boolean;
}

export interface Scores {
  readonly asOf: string;
  readonly programme: string;
  readonly measure: string;
  readonly data: readonly ScoreRow[];
}
