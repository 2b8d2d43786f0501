import type { Interval } from '@candor/nps';

export interface Rate {
  readonly invited: number;
  readonly bounced: number;
  readonly delivered: number;
  readonly answered: number;
  readonly silent: number;
  readonly responseRate: number | null;
  readonly interval: Interval | null;
}

export interface SilentGroup {
  readonly value: string;
  readonly delivered: number;
  readonly answered: number;
  readonly silent: number;
  readonly responseRate: number | null;
  readonly interval: Interval | null;
  readonly difference: { readonly points: number; readonly interval: Interval; readonly significant: boolean } | null;
  readonly answers: 'more' | 'less' | 'undecided';
  readonly sufficient: boolean;
}

export const KINDS = ['touchpoint', 'unit', 'channel', 'segment', 'language', 'product', 'account', 'servedBy', 'value', 'tenure', 'weekday', 'hour'] as const;
export type Kind = (typeof KINDS)[number];

interface Figure {
  readonly nps: number | null;
  readonly n: number;
  readonly confidence: Interval | null;
}

/** `GET /v1/scores/nonresponse`. */
export interface Nonresponse {
  readonly leastN: number;
  readonly all: Rate;
  readonly segments: { readonly promoters: number; readonly passives: number; readonly detractors: number; readonly silent: number; readonly withdrawn: number };
  readonly channels: readonly (Rate & { readonly channel: string; readonly norm: number | null; readonly state: 'met' | 'not-met' | 'undecided' | null })[];
  readonly figures: { readonly pooled: Figure; readonly weighted: { readonly nps: number; readonly confidence: Interval | null; readonly strata: number; readonly coverage: number } | null; readonly difference: number | null };
  readonly selections: readonly (Rate & Figure & { readonly method: string })[];
  readonly data: readonly { readonly by: Kind; readonly values: number; readonly data: readonly SilentGroup[] }[];
}

export type FoundGroup = SilentGroup & { readonly by: Kind };

/** Groups that answer more or less than the others, beyond chance, the furthest apart first. */
export function apart({ data }: Pick<Nonresponse, 'data'>): FoundGroup[] {
  return data.flatMap(({ by, data: groups }) => groups.map((group) => ({ ...group, by })))
    .filter(({ answers }) => answers !== 'undecided').sort((a, b) => Math.abs(b.difference?.points ?? 0) - Math.abs(a.difference?.points ?? 0));
}
