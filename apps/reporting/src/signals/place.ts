/** What is watched: a unit at a touchpoint, or one person served by there. */
export interface Place {
  readonly programme: string;
  readonly measure: string;
  readonly touchpoint: string;
  readonly unit: string;
  /** Empty: nobody in particular. */
  readonly servedBy: string;
}

export const SIGNAL_KINDS = ['drop', 'rise', 'attack', 'begging', 'cherry-picking'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Looked at together, by one instance at a time. */
export const FAMILIES = ['change', 'attack', 'unit-fairness', 'person-fairness'] as const;
export type Family = (typeof FAMILIES)[number];

/** One place may be watched for several things by one family. */
export const watchedAs = (family: Family, kind?: SignalKind): string => (family.endsWith('fairness') ? `${family}:${kind}` : family);

export const placeKey = ({ programme, measure, touchpoint, unit, servedBy }: Place): string => [programme, measure, touchpoint, unit, servedBy].join('|');
