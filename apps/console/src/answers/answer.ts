import type { Segment } from '@candor/contracts';

/** One answer of `GET /v1/responses`. */
export interface Answer {
  readonly id: string;
  readonly score: number;
  readonly measure?: string;
  readonly segment?: Segment | null;
  readonly touchpoint: string;
  readonly unit: string;
  readonly answeredAt: string;
  readonly channel?: string;
  readonly comment?: string | null;
  readonly language?: string | null;
  readonly customer?: { readonly id: string; readonly name?: string } | null;
  readonly servedBy?: { readonly id: string; readonly name?: string } | null;
  /** It was taken out of the figures, with a reason. */
  readonly excluded?: boolean;
  readonly case?: { readonly id: string; readonly status: string } | null;
}
