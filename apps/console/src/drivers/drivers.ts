import type { Interval } from '@candor/nps';

/** What an answer carries, and how it goes with the score; a row of `GET /v1/scores/drivers`. */
export interface Driver {
  readonly value: string;
  readonly language?: string;
  readonly n: number;
  readonly nps: number | null;
  readonly shareOfDetractors: number | null;
  readonly shareOfPromoters: number | null;
  readonly difference: { readonly points: number; readonly interval: Interval; readonly significant: boolean } | null;
  readonly goesWith: 'detractors' | 'promoters' | 'undecided';
  readonly sufficient: boolean;
}

export const KINDS = ['touchpoint', 'unit', 'channel', 'servedBy', 'product', 'segment', 'language', 'account', 'weekday', 'hour', 'delay', 'tenure', 'words'] as const;
export type Kind = (typeof KINDS)[number];

export interface Drivers {
  readonly all: { readonly n: number; readonly promoters: number; readonly passives: number; readonly detractors: number };
  /** In the selection; of very many a part is looked at. */
  readonly answers: number;
  readonly leastN: number;
  readonly data: readonly { readonly by: Kind; readonly values: number; readonly data: readonly Driver[] }[];
}

export type Found = Driver & { readonly by: Kind };

/** What is told apart from chance, of all kinds, the strongest first. */
export function strongest({ data }: Pick<Drivers, 'data'>): Found[] {
  return data.flatMap(({ by, data: drivers }) => drivers.map((driver) => ({ ...driver, by })))
    .filter(({ goesWith }) => goesWith !== 'undecided').sort((a, b) => Math.abs(b.difference?.points ?? 0) - Math.abs(a.difference?.points ?? 0));
}
