import { ALL_UNITS } from '../score-cells/tables.ts';
import { disjointTops, ownUnitsOf, type SeenPath } from './as-was.ts';

/** Which units a figure is asked for, and how. */
export interface UnitSelection {
  /** null: none named. */
  units: readonly string[] | null;
  descendants: boolean;
  /** `was`: each answer where its unit stood when it was given; `is`: where it stands now. */
  tree: 'was' | 'is';
  /** A row for each unit, instead of one figure over all. */
  byUnit: boolean;
  hourly: boolean;
}

export interface World {
  /** The principal's units, each standing for its descendants too; null: all. */
  roots: readonly string[] | null;
  /** A unit with all its descendants, as the tree is now. */
  members(unit: string): Iterable<string>;
}

/**
 * One set of rows to add up. `units` null: all that the table has. With `labels` (of the same length) the rows of `units[i]` count for
 * the row named `labels[i]`. `through`: single answers, of those given where the path led through one of these units.
 */
export interface Source {
  table: 'score_day' | 'own_score_day' | 'own_score_hour' | 'answers';
  units: readonly string[] | null;
  labels?: readonly string[];
  through?: readonly string[];
}

/** Whether the sources depend on where units stood in the past, so that the paths seen so far must be read first. */
export function needsPaths({ units, descendants, tree, byUnit, hourly }: UnitSelection, { roots }: World): boolean {
  if (!descendants || tree === 'is') return false;
  const selected = units ?? (byUnit ? null : roots);
  return selected !== null && (hourly || (!byUnit && selected.length > 1));
}

/**
 * Where the rows of a figure come from. Units that overlap are counted once; the rows of `score_day` hold a unit with its descendants as it
 * was, and serve whenever no answer can be in two of them; else the units' own rows are added up.
 */
export function sourcesOf(selection: UnitSelection, world: World, paths: readonly SeenPath[] = []): Source[] {
  const { units, byUnit } = selection;
  if (byUnit) return units === null ? [own(selection, visible(world))] : units.flatMap((unit) => labelled(rowOf(unit, selection, world, paths), unit));
  const selected = units ?? world.roots;
  if (selected === null) return selection.hourly ? [own(selection, null)] : [{ table: 'score_day', units: [ALL_UNITS] }];
  return together(selected, units === null ? { ...selection, descendants: true } : selection, world, paths);
}

function together(selected: readonly string[], selection: UnitSelection, world: World, paths: readonly SeenPath[]): Source[] {
  if (!selection.descendants) return [own(selection, selected)];
  if (selection.tree === 'is') return [own(selection, [...new Set(selected.flatMap((unit) => [...world.members(unit)]))])];
  if (!selection.hourly) {
    const tops = selected.length === 1 ? selected : disjointTops(selected, paths);
    if (tops) return [{ table: 'score_day', units: tops }];
  }
  const { whole, partly } = ownUnitsOf(selected, paths);
  return [own(selection, whole), ...(partly.length > 0 ? [{ table: 'answers' as const, units: partly, through: selected }] : [])];
}

const rowOf = (unit: string, selection: UnitSelection, world: World, paths: readonly SeenPath[]): Source[] => together([unit], selection, world, paths);

const labelled = (sources: Source[], label: string): Source[] =>
  sources.map((source) => ({ ...source, labels: (source.units ?? []).map(() => label) }));

const own = ({ hourly }: UnitSelection, units: readonly string[] | null): Source => ({ table: hourly ? 'own_score_hour' : 'own_score_day', units });

const visible = ({ roots, members }: World): string[] | null => (roots === null ? null : [...new Set(roots.flatMap((unit) => [...members(unit)]))]);

/** Sources of one table and kind as one, so that naming a hundred units does not make a hundred subqueries. */
export function merged(sources: readonly Source[]): Source[] {
  const kinds = new Map<string, Source>();
  for (const source of sources) {
    const kind = `${source.table}|${source.through?.join(',') ?? ''}`;
    const held = kinds.get(kind);
    if (!held || held.units === null || source.units === null) {
      kinds.set(kind, source);
      continue;
    }
    kinds.set(kind, {
      ...held,
      units: [...held.units, ...source.units],
      ...(held.labels && source.labels ? { labels: [...held.labels, ...source.labels] } : {}),
    });
  }
  return [...kinds.values()];
}
