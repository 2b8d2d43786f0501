import type { Service } from './operations-search.ts';

export interface Difference {
  readonly table: string;
  readonly missing: number;
  readonly wrong: number;
  readonly surplus: number;
}

/** A read model that is being built anew beside the live one, or was. */
export interface Rebuild {
  readonly id: string;
  readonly model: string;
  readonly state: 'building' | 'catching-up' | 'swapped' | 'failed' | 'cancelled';
  readonly reason: string;
  readonly failure: string | null;
  readonly done: number;
  readonly total: number;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  readonly differences: readonly Difference[] | null;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface Rebuilds {
  readonly models: readonly string[];
  readonly data: readonly Rebuild[];
}

export const rebuildsPath = (service: Service): string => `/v1/rebuilds/${service}`;

/** Of the records that are there now; rounded down, so that 100 means all of them. */
export const percentOf = ({ done, total, state }: Rebuild): number => (state === 'swapped' ? 100 : total === 0 ? 0 : Math.floor((done * 100) / total));

export const underWay = ({ data }: Rebuilds): Rebuild | undefined => data.find(({ endedAt }) => endedAt === null);

/** How many rows of the live model were not as they should have been; undefined until it is swapped in. */
export const rowsPutRight = ({ differences }: Rebuild): number | undefined =>
  differences?.reduce((sum, { missing, wrong, surplus }) => sum + missing + wrong + surplus, 0);
