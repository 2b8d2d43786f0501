/** Answers that others than the respondents changed, from `GET /v1/corrections`. */
export interface CorrectionRate {
  readonly answers: number;
  readonly corrected: number;
  readonly excluded: number;
  readonly reinstated: number;
  readonly touched: number;
  /** Null without answers. */
  readonly rate: number | null;
}

export interface Corrections {
  readonly asOf: string;
  /** Each answer once. */
  readonly total: CorrectionRate;
  readonly data: readonly (CorrectionRate & { readonly unit?: string })[];
}

export interface Change {
  readonly kind: 'amended' | 'excluded' | 'reinstated';
  readonly revision: number;
  /** Subject of the person or key. */
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export const CORRECTIONS_PATH = '/v1/corrections';
