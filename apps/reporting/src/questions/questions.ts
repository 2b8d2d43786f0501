import { holm, isAbove, type Verdict } from '@candor/nps';
import type { RivalStanding } from '../rivals/standing.ts';
import { scoreDifference, type FigureAlone, type ScoreDifference } from '../comparison/comparison.ts';

/** Growth is looked for over so many months (domain 5.1: over 3 to 6). */
export const SPANS = [3, 6] as const;
/** Each figure is of so many months. */
export const MONTHS = 3;

export interface Rival { key: string; name: string; nps: number }
/** What answers of the same time say of a rival, where there are enough of them. */
export type Measured = Pick<RivalStanding, 'n' | 'confidence' | 'difference' | 'ours'>;
/** `nps` is what decides: measured by answers where there are enough of them, else what was put in by hand (`stated`). */
export interface JudgedRival extends Rival { answer: Verdict; by: 'answers' | 'statement'; stated: number | null; measured: Measured | null }
export interface AboveRivals { answer: Verdict; rivals: JudgedRival[] }
export interface Grown { answer: Verdict; over: { months: number; difference: ScoreDifference | null }[] }

/** Above all of them: yes; surely below one: no. Of no rivals nothing is known. */
export function aboveRivals({ confidence }: FigureAlone, stated: readonly Rival[], standing: readonly RivalStanding[] = []): AboveRivals {
  const measured = standing.filter(({ sufficient, nps, difference: one }) => sufficient && nps !== null && one !== null);
  const byAnswers = new Set(measured.map(({ rival }) => rival));
  const each: JudgedRival[] = [
    ...measured.map(({ rival: key, name, nps, stated: said, n, confidence: interval, difference: one, ours }) => (
      { key, name, nps: nps!, answer: verdictOf(one!), by: 'answers' as const, stated: said, measured: { n, confidence: interval, difference: one, ours } })),
    ...stated.filter(({ key }) => !byAnswers.has(key)).map((rival) => ({ ...rival, answer: isAbove(confidence, rival.nps), by: 'statement' as const, stated: rival.nps, measured: null })),
  ];
  if (each.some(({ answer }) => answer === 'no')) return { answer: 'no', rivals: each };
  return { answer: each.length > 0 && each.every(({ answer }) => answer === 'yes') ? 'yes' : 'undecided', rivals: each };
}

const verdictOf = ({ points, significant }: ScoreDifference): Verdict => (!significant ? 'undecided' : points > 0 ? 'yes' : 'no');

/** Whether the score is higher than it was before, over any of the spans and lower over none, corrected for their number. */
export function grown(now: FigureAlone, earlier: readonly { months: number; figure: FigureAlone }[]): Grown {
  const found = earlier.map(({ months, figure }) => ({ months, difference: scoreDifference(now, figure) }));
  const holds = holm(found.map(({ difference: one }) => one?.p ?? 1));
  const over = found.map(({ months, difference: one }, i) => ({ months, difference: one && { ...one, significant: holds[i]! } }));
  const shown = over.flatMap(({ difference: one }) => (one?.significant ? [Math.sign(one.points)] : []));
  const answer = shown.length === 0 || (shown.includes(1) && shown.includes(-1)) ? 'undecided' : shown.includes(1) ? 'yes' : 'no';
  return { answer, over };
}

/** The day so many months earlier; of a longer month's end, the last day of the shorter one. Never before the year 1. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = year * 12 + month - 1 - months;
  if (at < 12) return '0001-01-01';
  const [earlier, its] = [Math.floor(at / 12), at % 12];
  // Years of two digits would be taken for those of the last century.
  const last = new Date(Date.UTC(earlier + 400, its + 1, 0)).getUTCDate();
  return `${String(earlier).padStart(4, '0')}-${String(its + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}
