import { DAYS_BEFORE, decideAttacks, type AttackState } from '../../apps/reporting/src/signals/attack/decide-attacks.ts';
import { addDays } from '../../apps/reporting/src/signals/days.ts';
import { answersOf, somePlace, type Place } from './simulated.ts';

/** How much days differ beyond chance: about a third up or down, and once a month a fair or a holiday brings three times as many. */
const RESTLESS = 0.35;
const FAIRS = 1 / 30;
const FAIR = 3;

interface Crowd extends Place {
  /** Of the most frequent score: a kiosk may get nothing but tens. */
  readonly sameScore: number;
}

/** @returns attacks signalled where nobody attacks: places that are answered at without invitation, as kiosks are */
export function crowds(places: number, days: number, chance: () => number): number {
  const all = Array.from({ length: places }, (): Crowd => ({ ...somePlace(chance), sameScore: 0.3 + 0.6 * chance() }));
  const lived: number[][] = all.map(() => []);
  const states: (AttackState | null)[] = all.map(() => null);
  let raised = 0;
  for (let day = 0; day <= DAYS_BEFORE + days; day++) {
    const looked = all.map((place, key) => {
      const usual = lived[key]!.slice(-DAYS_BEFORE);
      const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
      const { n } = answersOf({ ...place, volume: place.volume * Math.exp(RESTLESS * normal) * (chance() < FAIRS ? FAIR : 1) }, day, chance);
      lived[key]!.push(n);
      const most = Array.from({ length: n }, () => chance() < place.sameScore).filter(Boolean).length;
      const arrivals = { recent: n, before: usual.reduce((a, b) => a + b, 0), busiest: Math.max(0, ...usual), usualScores: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Math.round(place.sameScore * usual.reduce((a, b) => a + b, 0))], scores: [n - most, 0, 0, 0, 0, 0, 0, 0, 0, 0, most], comments: 0, sameComment: 0, densest: Math.round(n / 20) };
      return { key, arrivals, state: states[key]! };
    });
    if (day < DAYS_BEFORE) continue;
    for (const { key, state, said } of decideAttacks(looked, addDays('2026-01-05', day))) {
      states[key] = state;
      raised += said === 'raised' ? 1 : 0;
    }
  }
  return raised;
}
