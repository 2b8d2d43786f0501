import type { Segment } from '../figures/segments.ts';

export interface Group {
  readonly segment: Segment | 'unasked' | 'all';
  readonly customers: number;
  readonly revenue: { readonly before: number; readonly now: number };
  readonly netRevenueRetention: number | null;
  readonly churn: { readonly customers: number; readonly share: number | null; readonly revenueShare: number | null };
  readonly new: { readonly customers: number; readonly revenue: number; readonly told: number; readonly referred: number };
  readonly lifetimeValue: number | null;
}

/** `GET /v1/scores/growth`. */
export interface Growth {
  readonly currency: string | null;
  readonly otherCurrencies: boolean;
  readonly all: Group | null;
  readonly data: readonly Group[];
  readonly missing: readonly ('value' | 'referrals')[];
  /** null: nothing says who came by a recommendation. */
  readonly earnedGrowth: number | null;
  readonly badProfits: boolean;
}
