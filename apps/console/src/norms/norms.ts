import { faultOfBands, type Band } from '@candor/nps';

export interface Industry {
  readonly key: string;
  readonly name: string;
  readonly norm: number;
  readonly source: string;
}

export interface Company {
  readonly key: string;
  readonly name: string;
  readonly nps: number;
  /** A direct competitor: the first of the three questions asks about these. */
  readonly rival: boolean;
  readonly source: string;
}

/** `GET /v1/norms`. */
export interface Norms {
  readonly bands: readonly Band[];
  readonly industries: readonly Industry[];
  readonly companies: readonly Company[];
}

/** A score as people type it: also with a real minus, a plus, or spaces; null for what is no score. */
export function scoreOf(text: string | number): number | null {
  const value = typeof text === 'number' ? text : text.trim() === '' ? Number.NaN : Number(text.trim().replace('\u2212', '-').replace(/^\+/, ''));
  return Number.isFinite(value) && value >= -100 && value <= 100 ? value : null;
}

/** Rivals first, each part best first. */
export const byRivalry = (companies: readonly Company[]): Company[] => [...companies].sort((a, b) => Number(b.rival) - Number(a.rival) || b.nps - a.nps);

/** A band more, below the highest: halfway, so that the edges still rise. */
export function withBand(bands: readonly Band[]): Band[] {
  const low = bands.at(-2)?.upTo ?? -100;
  const high = bands.at(-1)?.upTo ?? 100;
  const taken = new Set(bands.map(({ key }) => key));
  const number = Array.from({ length: bands.length + 1 }, (_, index) => index + 1).find((one) => !taken.has(`band-${one}`));
  return [...bands.slice(0, -1), { key: `band-${number}`, upTo: Math.round((low + high) / 2), meaning: '' }, ...bands.slice(-1)];
}

/** What is wrong with bands, so that a form can say it; null: nothing. */
export function bandFault(bands: readonly Band[]): 'order' | 'words' | null {
  if (bands.some(({ meaning }) => meaning.trim() === '')) return 'words';
  return faultOfBands(bands) === null ? null : 'order';
}
