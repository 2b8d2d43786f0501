import type { Shares } from '@candor/nps';
import { sum, WEEKS } from '../../apps/reporting/src/signals/change/windows.ts';
import { decideChanges, type ChangeDecision, type ChangeState } from '../../apps/reporting/src/signals/change/decide-changes.ts';
import { addDays } from '../../apps/reporting/src/signals/days.ts';
import { answersOf, type Place } from './simulated.ts';

/** Days before the first look: the longest window and its baseline. */
export const PAST = 7 * WEEKS;
const FIRST = '2026-01-05';

/** Lives through `days` days at all places at once, and looks at the end of each as the service does. */
export function live(places: readonly Place[], days: number, chance: () => number, shiftOf: (place: number, day: number) => number, said: (decision: ChangeDecision<number>, day: number) => boolean | void): void {
  const lived: Shares[][] = places.map(() => []);
  const states: (ChangeState | null)[] = places.map(() => null);
  for (let day = 0; day < PAST + days; day++) {
    places.forEach((place, i) => lived[i]!.push(answersOf(place, day, chance, shiftOf(i, day))));
    if (day < PAST - 1) continue;
    const cells = lived.map((all, key) => ({ key, weeks: weeksOf(all), state: states[key]! }));
    for (const decision of decideChanges(cells, addDays(FIRST, day + 1))) {
      states[decision.key] = decision.state;
      if (decision.said !== null && said(decision, day - PAST + 1) === false) return;
    }
  }
}

const weeksOf = (all: readonly Shares[]): Shares[] => Array.from({ length: WEEKS }, (_, week) => sum(all.slice(all.length - 7 * (week + 1), all.length - 7 * week)));
