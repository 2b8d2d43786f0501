/** How often something is signalled where nothing has changed, and how soon where something has. */
import { machine } from '../machine.ts';
import { crowds } from './crowds.ts';
import { live, PAST } from './history.ts';
import { serve } from './people.ts';
import { chances, somePlace, type Place } from './simulated.ts';

const SEED = 20_261_122;
const PLACES = 200;
const MONTHS = 12;
const YEARS = Number(process.env['BENCH_YEARS'] ?? 5);
const DROPS = Number(process.env['BENCH_DROPS'] ?? 60);
const VOLUMES = [10, 30, 100];
const WAITED = 120;
const DAYS_OF_A_MONTH = 365 / 12;

const some = (chance: () => number): Place[] => Array.from({ length: PLACES }, () => somePlace(chance));

/** @returns signals of each simulated year in which nothing changed */
function unchanged(): number[] {
  return Array.from({ length: YEARS }, (_, year) => {
    const chance = chances(SEED + year);
    let raised = 0;
    live(some(chance), Math.round(MONTHS * DAYS_OF_A_MONTH), chance, () => 0, ({ said }) => void (raised += said === 'raised' ? 1 : 0));
    return raised;
  });
}

/** @returns days until one place's drop was signalled among others that are as they were; Infinity: not within the time waited */
function dropped(volume: number, points: number): number[] {
  return Array.from({ length: DROPS }, (_, run) => {
    const chance = chances(SEED + 1000 * volume + run);
    const places = [{ volume, promoters: 0.52, detractors: 0.2 }, ...some(chance)];
    let found = Infinity;
    // The place falls on the first day that is looked at: after a day of drop the earliest answer is 1.
    live(places, WAITED, chance, (place, day) => (place === 0 && day >= PAST - 1 ? -points : 0), ({ key, said, kind }, day) => {
      if (key !== 0 || said !== 'raised' || kind !== 'drop') return;
      found = day + 1;
      return false;
    });
    return found;
  });
}

const PEOPLE = 50;

/** Signals on people of whom nobody begs or picks, in a year; and days until one who begins to beg is told. */
function people(perDay: number): void {
  let raised = 0;
  for (let year = 0; year < YEARS; year++) serve(PEOPLE, perDay, 365, false, chances(SEED + year), () => void (raised += 1));
  const days = Array.from({ length: DROPS }, (_, run) => {
    let found = Infinity;
    serve(PEOPLE, perDay, WAITED, true, chances(SEED + 1000 * perDay + run), ({ kind, who, day }) => {
      if (who !== 0 || kind !== 'begging') return;
      found = day;
      return false;
    });
    return found;
  });
  console.log(`${PEOPLE} people with ${perDay} answers a day: false alarms per month and 100 people: ${((100 * raised) / (YEARS * MONTHS * PEOPLE)).toFixed(2)}; days until begging is told: p25 ${quantile(days, 0.25)}, median ${quantile(days, 0.5)}, p90 ${quantile(days, 0.9)}`);
}

function quantile(values: readonly number[], share: number): string {
  const at = [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;
  return Number.isFinite(at) ? String(at) : `> ${WAITED}`;
}

export async function signals(): Promise<void> {
  console.log(`machine: ${machine()}; seed ${SEED}; ${PLACES} places of 0.5 to 100 answers a day, looked at once a day`);
  const began = performance.now();
  const alarms = unchanged();
  const perMonth = alarms.reduce((a, b) => a + b, 0) / (YEARS * MONTHS * (PLACES / 100));
  console.log(`nothing changed, ${YEARS} x ${MONTHS} months: ${alarms.join(', ')} signals a year; false alarms per month and 100 places: ${perMonth.toFixed(2)}`);
  for (const points of [10, 20]) {
    for (const volume of VOLUMES) {
      const days = dropped(volume, points);
      const found = days.filter(Number.isFinite).length;
      console.log(`a drop of ${points} points at ${String(volume).padStart(3)} answers a day: days to the signal, of ${DROPS}: p25 ${quantile(days, 0.25)}, median ${quantile(days, 0.5)}, p90 ${quantile(days, 0.9)}; within ${WAITED} days: ${Math.round((100 * found) / DROPS)} %`);
    }
  }
  const attacks = Array.from({ length: YEARS }, (_, year) => crowds(PLACES, Math.round(MONTHS * DAYS_OF_A_MONTH), chances(SEED + year))).reduce((a, b) => a + b, 0);
  console.log(`places that nobody attacks, restless and with fairs: attacks signalled per month and 100 places: ${(attacks / (YEARS * MONTHS * (PLACES / 100))).toFixed(3)}`);
  for (const perDay of [3, 10]) people(perDay);
  console.log(`${Math.round((performance.now() - began) / 1000)} s`);
  await Promise.resolve();
}
