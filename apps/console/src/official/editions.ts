import type { TargetState } from '@candor/nps';
import type { Figure } from '../compare/comparison.ts';
import { firstDayOf, quartersUpTo } from '../report/quarter.ts';
import { addDays, type DayRange } from '../time/range.ts';

/** Who did it, with the name of then; null: from before names were kept. */
export interface Acted {
  readonly by: string;
  readonly name: string | null;
  readonly at: string;
}

/** One edition of a quarter, as `GET /v1/official` lists it. */
export interface Edition {
  readonly quarter: string;
  readonly edition: number;
  readonly asOf: string;
  /** Why it was restated; null for the first. */
  readonly reason: string | null;
  /** Figures that differ from the edition before. */
  readonly changed: number;
  readonly frozen: Acted;
  readonly signed: Acted | null;
}

export interface OfficialFigure extends Figure {
  /** null: all units. */
  readonly unit: string | null;
  /** null: all touchpoints. */
  readonly touchpoint: string | null;
  readonly target: number | null;
  readonly state: TargetState | null;
  /** Restated: what the edition before said; null: nothing. Absent where it is the same. */
  readonly before?: { readonly nps: number | null; readonly n: number } | null;
}

/** `GET /v1/official/{quarter}`. */
export interface Official extends Edition {
  readonly from: string;
  readonly to: string;
  readonly editions: readonly Edition[];
  readonly data: readonly OfficialFigure[];
}

/** `empty`: over, and nobody answered, so that there is nothing to freeze. */
export type QuarterState = 'live' | 'over' | 'empty' | 'frozen' | 'signed';

export interface QuarterRow {
  readonly quarter: string;
  readonly state: QuarterState;
  /** The last one. */
  readonly edition: Edition | null;
}

/** So many quarters are shown at least; older ones only if they were frozen. */
export const LEAST_SHOWN = 6;

/** The days of a quarter, half-open. */
export function daysOf(quarter: string): DayRange {
  const from = firstDayOf(quarter);
  // Some day of the next quarter, whatever the lengths of months.
  const within = addDays(from, 100);
  return { from, to: firstDayOf(`${within.slice(0, 4)}-Q${Math.ceil(Number(within.slice(5, 7)) / 3)}`) };
}

/**
 * From the quarter of today back to the first that was frozen, and at least six.
 * @param answered quarters that have answers; null while that is not known
 */
export function quarterRows(editions: readonly Edition[], today: string, answered: ReadonlySet<string> | null): QuarterRow[] {
  const last = new Map<string, Edition>();
  for (const one of editions) if (one.edition > (last.get(one.quarter)?.edition ?? 0)) last.set(one.quarter, one);
  const oldest = [...last.keys()].sort()[0];
  const quarters = quartersUpTo(today, LEAST_SHOWN);
  while (oldest !== undefined && quarters.at(-1)! > oldest) quarters.push(quartersUpTo(firstDayOf(quarters.at(-1)!), 2)[1]!);
  return quarters.map((quarter) => {
    const edition = last.get(quarter) ?? null;
    const unfrozen = daysOf(quarter).to > today ? 'live' : answered?.has(quarter) === false ? 'empty' : 'over';
    return { quarter, edition, state: edition === null ? unfrozen : edition.signed === null ? 'frozen' : 'signed' };
  });
}

export type ShownFigure = OfficialFigure & { readonly depth: number };

/**
 * By unit: all touchpoints of each, as the tree is now. By touchpoint: those of one unit, or of all, by name. What stands for all comes first.
 * @param tree units as they are shown, with how deep each hangs; those that it does not hold any more come last, by name
 */
export function shownFigures(data: readonly OfficialFigure[], by: 'unit' | 'touchpoint', unit: string | null, tree: readonly { key: string; depth: number }[], nameOf: (figure: OfficialFigure) => string, language: string): ShownFigure[] {
  const places = new Map(by === 'unit' ? tree.map(({ key, depth }, place) => [key, { place, depth }]) : []);
  const rows = data.filter((one) => (by === 'unit' ? one.touchpoint === null : one.unit === unit)).map((one) => ({ ...one, depth: places.get(one[by] ?? '')?.depth ?? 0 }));
  const names = new Intl.Collator(language, { numeric: true });
  const placeOf = (one: OfficialFigure): number => (one[by] === null ? -1 : places.get(one[by])?.place ?? Number.MAX_SAFE_INTEGER);
  return rows.sort((a, b) => placeOf(a) - placeOf(b) || names.compare(nameOf(a), nameOf(b)));
}
