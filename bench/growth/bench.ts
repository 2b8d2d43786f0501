/** What an answer costs the scoring service as there are more of them, and as there are more units. */
import { machine, round } from '../machine.ts';
import { ofBranches, type AnswerSet } from '../scoring/answers.ts';
import { filled } from '../scoring/filled.ts';
import { ourService } from '../scoring/our-service.ts';
import { withServers } from '../servers.ts';

const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 10_000_000);
const SLICE = ANSWERS / 10;
const UNITS = [10, 100, 1000, 5000];

interface Look { at: number; counted: number }

/** @returns microseconds an answer, in each tenth of them; the first begins when the first answers have been counted */
function costs(looks: readonly Look[]): number[] {
  const marks: Look[] = [];
  for (const look of looks) {
    if (look.counted > 0 && (marks.length === 0 || look.counted >= marks.length * SLICE)) marks.push(look);
  }
  return marks.slice(1).map(({ at, counted }, i) => ((at - marks[i]!.at) * 1000) / (counted - marks[i]!.counted));
}

const run = (set: AnswerSet, seen?: (counted: number) => void): Promise<number> => filled(set, (world, pool) => ourService(world, pool, set, seen));

export const growth = (): Promise<void> => withServers(async () => {
  console.log(`machine: ${machine()}; the scoring service, microseconds an answer`);
  for (const units of UNITS) {
    const rate = await run(ofBranches(units, ''));
    console.log(`${String(units).padStart(6)} branches: ${round(1e6 / rate)}`);
  }
  const looks: Look[] = [];
  await run(ofBranches(100, '', ANSWERS), (counted) => looks.push({ at: performance.now(), counted }));
  for (const [i, cost] of costs(looks).entries()) console.log(`up to ${round((i + 1) * SLICE).toString().padStart(12)} answers: ${round(cost)}`);
});
