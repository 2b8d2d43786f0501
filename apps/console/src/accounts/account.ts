import type { Interval } from '@candor/nps';
import type { Segment } from '../figures/segments.ts';

interface Figure {
  readonly nps: number | null;
  readonly n: number;
  readonly confidence: Interval | null;
}

export interface Account {
  readonly account: string;
  readonly standing: Segment | 'silent';
  readonly n: number;
  readonly people: number;
  readonly nps: number | null;
  readonly decider: { readonly role: string; readonly score: number; readonly segment: Segment; readonly day: string } | null;
  readonly interactions: number;
  readonly revenue: number | null;
}

/** `GET /v1/scores/accounts`. */
export interface Accounts {
  readonly accounts: number;
  readonly answered: number;
  readonly allAnswers: Figure;
  readonly accountAverage: Figure;
  readonly decisionMakerFirst: Figure & { readonly known: number };
  readonly revenue: { readonly currency: string | null; readonly otherCurrencies: boolean; readonly total: number; readonly covered: number; readonly share: number | null; readonly atRisk: number } | null;
  readonly data: readonly Account[];
  readonly next: string | null;
}
