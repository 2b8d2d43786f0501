import { decideFairness, FAIRNESS_DAYS, type FairnessKind, type FairnessState } from '../../apps/reporting/src/signals/fairness/decide-fairness.ts';
import type { Asked } from '../../apps/reporting/src/signals/fairness/marks.ts';
import { addDays } from '../../apps/reporting/src/signals/days.ts';

interface Day {
  readonly scores: readonly number[];
  readonly prompt: number;
  readonly invited: number;
  readonly withheld: number;
}
/** How somebody serves: some are better than others, and that is no crime. */
interface Server {
  readonly promoters: number;
  readonly withheld: number;
}
export interface Said {
  readonly kind: FairnessKind;
  readonly who: number;
  readonly day: number;
}

const TENS_OF_PROMOTERS = 0.68;
const PROMPT = 0.05;
const PERSUADED = 0.5;

/** People who each serve so many that answer in a day; the first of them may beg: whoever would give 7 to 9 is talked into a ten half of the time, and nines always. */
export function serve(people: number, perDay: number, days: number, begs: boolean, chance: () => number, said: (what: Said) => boolean | void): void {
  const servers = Array.from({ length: people }, (): Server => ({ promoters: 0.42 + 0.26 * chance(), withheld: 0.06 + 0.08 * chance() }));
  const lived: Day[][] = servers.map(() => []);
  const states = servers.map((): Record<FairnessKind, FairnessState | null> => ({ begging: null, 'cherry-picking': null }));
  for (let day = 0; day < FAIRNESS_DAYS + days; day++) {
    servers.forEach((server, who) => lived[who]!.push(dayOf(server, perDay, begs && who === 0 && day >= FAIRNESS_DAYS, chance)));
    if (day < FAIRNESS_DAYS) continue;
    const peers = lived.map((all, key) => ({ key, asked: asked(all.slice(-FAIRNESS_DAYS)), states: states[key]! }));
    for (const { key, kind, state, said: what } of decideFairness(peers, addDays('2026-01-05', day))) {
      states[key]![kind] = state;
      if (what === 'raised' && said({ kind, who: key, day: day - FAIRNESS_DAYS + 1 }) === false) return;
    }
  }
}

function dayOf({ promoters, withheld }: Server, perDay: number, begs: boolean, chance: () => number): Day {
  const times = (n: number, share: number): number => Array.from({ length: n }, () => chance() < share).filter(Boolean).length;
  const n = times(2 * perDay, 0.5);
  const scores = Array.from({ length: n }, () => {
    const natural = chance() < promoters ? (chance() < TENS_OF_PROMOTERS ? 10 : 9) : chance() < 0.6 ? 8 : 4;
    return begs && (natural === 9 || (natural === 8 && chance() < PERSUADED)) ? 10 : natural;
  });
  const kept = times(3 * n, withheld);
  return { scores, prompt: times(n, PROMPT), invited: 3 * n - kept, withheld: kept };
}

function asked(days: readonly Day[]): Asked {
  const scores = days.flatMap((day) => day.scores);
  const total = (part: 'prompt' | 'invited' | 'withheld'): number => days.reduce((sum, day) => sum + day[part], 0);
  let [run, longest] = [0, 0];
  for (const score of scores) {
    run = score === 10 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return {
    answers: scores.length, tens: scores.filter((score) => score === 10).length, promoters: scores.filter((score) => score >= 9).length, timed: scores.length,
    prompt: total('prompt'), run: longest, invited: total('invited'), withheld: total('withheld'),
  };
}
