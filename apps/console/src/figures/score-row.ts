import type { Measure } from '@candor/contracts';

/** One row of `GET /v1/scores`. */
export interface ScoreRow {
  readonly touchpoint?: string;
  readonly unit?: string;
  /** Of the cut it is grouped by; null: not recorded. */
  readonly cut?: string;
  readonly value?: string | null;
  readonly from: string;
  readonly to: string;
  /** The newest local day of which something is counted. */
  readonly watermark?: string;
  /** Full precision, -100 to 100; null without answers or where it is withheld. */
  readonly nps: number | null;
  readonly n: number;
  /** The shares and counts are null where they are withheld. */
  readonly promoters: number | null;
  readonly passives: number | null;
  readonly detractors: number | null;
  readonly counts: readonly number[] | null;
  readonly mean: number | null;
  /** womi only: the difference of those who recommend and those who discourage; false detractors do neither. null where it is withheld. */
  readonly womi?: { readonly value: number | null; readonly promoters: number; readonly detractors: number; readonly falseDetractors: number } | null;
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
  readonly measure: Measure;
  readonly data: readonly ScoreRow[];
}

/** A row whose figure may be shown as a number: enough answers, nothing withheld. */
export type ShownRow = ScoreRow & { readonly nps: number; readonly promoters: number; readonly passives: number; readonly detractors: number };

export const isShown = (row: ScoreRow): row is ShownRow => row.nps !== null && row.sufficient && !row.suppressed && row.promoters !== null && row.passives !== null && row.detractors !== null;
