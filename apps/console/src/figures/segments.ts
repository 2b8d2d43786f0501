import type { Segment } from '@candor/contracts';

/** From best to worst, as they are drawn everywhere. */
export const SEGMENTS = ['promoter', 'passive', 'detractor'] as const satisfies readonly Segment[];
export type { Segment };

/** The shape that goes with each segment's colour: pointing up, level, pointing down. */
export const SHAPES: Readonly<Record<Segment, string>> = {
  promoter: 'M6 1.5 11.2 10.5H.8Z',
  passive: 'M1.5 1.5h9v9h-9Z',
  detractor: 'M6 10.5.8 1.5h10.4Z',
};
