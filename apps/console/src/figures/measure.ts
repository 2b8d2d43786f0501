import { ASKED_MEASURES, type Measure } from '@candor/contracts';
import { MEASURE_RANGE, segmentOf } from '@candor/nps';
import type { Format } from './format.ts';
import type { ScoreRow } from './score-row.ts';

export type AskedMeasure = (typeof ASKED_MEASURES)[number];

/** Whether its answers are of promoters, passives and detractors; the other measures know no such. */
export const hasSegments = (measure: Measure): measure is AskedMeasure => (ASKED_MEASURES as readonly Measure[]).includes(measure);

/** Differences of shares, from -100 to 100, as against means on the measure's scale. */
const isOfShares = (measure: Measure): boolean => hasSegments(measure) || measure === 'womi';

type Valued = Pick<ScoreRow, 'nps'> & Partial<Pick<ScoreRow, 'mean' | 'womi' | 'sufficient' | 'suppressed'>>;

/** The one number that stands for a row: the score, WoMI's difference, or the mean on a scale. null where there is none, or too few answers. */
export function valueOf(row: Valued, measure: Measure): number | null {
  if (row.suppressed === true || row.sufficient === false) return null;
  if (hasSegments(measure)) return row.nps;
  return measure === 'womi' ? row.womi?.value ?? null : row.mean ?? null;
}

/** As people read it: signed points, or a mean with one decimal. */
export const shownValue = (value: number, measure: Measure, format: Pick<Format, 'signed' | 'mean'>): string => (isOfShares(measure) ? format.signed(value) : format.mean(value));

/** The ends of everything that it can be. */
export const valueRange = (measure: Measure): { readonly low: number; readonly high: number } => (isOfShares(measure) ? { low: -100, high: 100 } : MEASURE_RANGE[measure]);

/** The score of each entry of `counts`. */
export const scoreAt = (measure: Measure, index: number): number => MEASURE_RANGE[measure].low + index;

const SMILEYS = ['detractor', 'passive', 'promoter'] as const;

/** The name of a score's colour: that of its segment; of a smiley that of its card, which is the same; of a scale none (domain 1.5). */
export function toneOf(measure: Measure, score: number): 'promoter' | 'passive' | 'detractor' | 'text-quiet' {
  return segmentOf(measure, score) ?? (measure === 'smiley' ? SMILEYS[score] : undefined) ?? 'text-quiet';
}
