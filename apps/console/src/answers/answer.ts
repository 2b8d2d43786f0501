import type { Measure, Segment } from '@candor/contracts';

/** One answer of `GET /v1/responses?order=latest`. */
export interface Answer {
  readonly id: string;
  readonly state: 'counted' | 'excluded';
  /** Rises with every change. */
  readonly revision: number;
  readonly score: number;
  readonly segment?: Segment;
  readonly measure: Measure;
  readonly programme: string;
  readonly touchpoint: string;
  readonly unit: string;
  readonly answeredAt: string;
  readonly channel?: string;
  readonly comment?: string;
  readonly recording?: { readonly id: string; readonly seconds: number };
  readonly language?: string;
  readonly customer?: { readonly id: string; readonly name?: string };
  readonly servedBy?: { readonly id: string; readonly name?: string };
  /** Why it was excluded, amended or reinstated last. */
  readonly reason?: string;
}
