/** A range of scores with a name. Half-open: from above the end of the one below it, up to and including `upTo`; the lowest begins at -100. */
export interface Band {
  readonly key: string;
  readonly upTo: number;
  readonly meaning: string;
}

/** Gowan's bands (domain 5.2), made half-open, since the edges of the source overlap. Data: an installation may have others. */
export const GOWAN_BANDS: readonly Band[] = Object.freeze([
  { key: 'poor', upTo: 0, meaning: 'Most had a bad experience' },
  { key: 'normal', upTo: 30, meaning: 'Normal, with room to grow' },
  { key: 'good', upTo: 50, meaning: 'Where most are' },
  { key: 'loved', upTo: 70, meaning: 'Among the most loved' },
  { key: 'outstanding', upTo: 100, meaning: 'Nearly unreachable' },
]);

/** The band of a score; null where there is no score. The bands must be ones that `faultOfBands` finds nothing wrong with. */
export function bandOf(nps: number | null, bands: readonly Band[] = GOWAN_BANDS): Band | null {
  return nps === null ? null : (bands.find(({ upTo }) => nps <= upTo) ?? null);
}

/** What is wrong with bands, or null: they must rise, end at 100, and have a key each that no other has. */
export function faultOfBands(bands: readonly Band[]): string | null {
  if (bands.at(-1)?.upTo !== 100) return 'the last band must end at 100';
  for (const [i, { upTo }] of bands.entries()) if (!(upTo > (bands[i - 1]?.upTo ?? -100))) return 'each band must end above the one before it, the first above -100';
  return new Set(bands.map(({ key }) => key)).size === bands.length ? null : 'each band must have a key of its own';
}
