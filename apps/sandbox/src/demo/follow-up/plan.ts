import { TROUBLED } from '../bank/units.ts';
import { Random } from '../random.ts';
import { closingOf, noteOf, type Ending } from './phrases.ts';
import type { Task } from './task.ts';

export type Step = { readonly kind: 'note'; readonly text: string } | { readonly kind: 'close'; readonly outcome: Ending; readonly note: string };

const MINUTE = 60_000;
/** The newest of a team's tasks, and of the troubled branch, are left to whoever has just sat down at the console. */
const LEFT = 4;
const LEFT_TROUBLED = 5;

/** How long things take with this task, the same whenever it is looked at. */
interface Rhythm {
  readonly untilTaken: number;
  readonly untilNoted: number;
  readonly untilClosed: number;
  readonly ending: Ending;
}

/**
 * Most tasks are taken within minutes and done a few minutes later. Some are put off for hours, so that something urgent is always there; and the
 * branch with the problem does not keep up.
 */
function rhythmOf({ id, unit }: Task): Rhythm {
  const random = new Random(`follow-up ${id}`);
  const troubled = unit === TROUBLED;
  const putOff = random.chance(troubled ? 0.15 : 0.04);
  return {
    untilTaken: MINUTE * (putOff ? random.between(180, 360) : troubled ? random.between(12, 45) : random.between(2, 7)),
    untilNoted: MINUTE * random.between(1, troubled ? 8 : 3),
    untilClosed: MINUTE * random.between(2, troubled ? 15 : 5),
    ending: random.weighted(troubled
      ? [['resolved', 40], ['explained', 22], ['compensated', 22], ['unreachable', 14], ['no-action', 2]]
      : [['resolved', 64], ['explained', 17], ['compensated', 10], ['unreachable', 7], ['no-action', 2]]),
  };
}

/** @param haste how much faster than life */
export function nextStep(task: Task, now: Date, haste = 1): Step | undefined {
  const { untilNoted, untilClosed, ending } = rhythmOf(task);
  const claimed = task.history.findLastIndex(({ type }) => type === 'claimed' || type === 'assigned');
  if (claimed < 0) return undefined;
  const noted = task.history.findLastIndex(({ type }) => type === 'noted');
  const passed = (since: number): number => (now.getTime() - Date.parse(task.history[since]!.at)) * haste;
  const random = new Random(`words ${task.id}`);
  if (noted < claimed) return passed(claimed) >= untilNoted ? { kind: 'note', text: noteOf(random, task, ending) } : undefined;
  return passed(noted) >= untilClosed ? { kind: 'close', outcome: ending, note: closingOf(random, ending) } : undefined;
}

/** Which of the tasks that nobody has are due to be taken, the longest waiting first. */
export function dueToBeTaken<T extends Task>(waiting: readonly T[], now: Date, haste = 1): T[] {
  const oldestFirst = waiting.toSorted((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt));
  const [troubled, others] = [oldestFirst.filter(({ unit }) => unit === TROUBLED), oldestFirst.filter(({ unit }) => unit !== TROUBLED)];
  return [...others.slice(0, -LEFT), ...troubled.slice(0, -LEFT_TROUBLED)].filter((task) => (now.getTime() - Date.parse(task.openedAt)) * haste >= rhythmOf(task).untilTaken);
}
