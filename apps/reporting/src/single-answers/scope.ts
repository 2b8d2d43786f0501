import type { Window } from '../scores/period.ts';

/** Rows of units: all of theirs, or those of a time when the path led through others. */
export interface Part {
  /** null: of all units. */
  units: readonly string[] | null;
  through?: readonly string[];
}

/** Which single rows (answers, invitations) a selection stands for: the same ones that its figures are made of. */
export interface Scope {
  programme: string;
  /** null: all of the programme. */
  touchpoints: readonly string[] | null;
  window: Window;
  parts: readonly Part[];
}

export type Bind = (value: unknown) => string;

/** The values of a statement, and what names them in its text. */
export function binding(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** The condition on rows of a table with programme, touchpoint, unit, day, and path with where it belongs by what is known now. */
export function within(scope: Scope, bind: Bind, table: string): string {
  const { programme, touchpoints, window: { from, to }, parts } = scope;
  const places = parts.map(({ units, through }) => [
    ...(units === null ? [] : [`${table}.unit = ANY(${bind(units)}::text[])`]), ...(through ? [`coalesce(${table}.placed, ${table}.path) && ${bind(through)}::text[]`] : []),
  ].join(' AND '));
  return [
    `${table}.programme = ${bind(programme)}`, ...(touchpoints === null ? [] : [`${table}.touchpoint = ANY(${bind(touchpoints)}::text[])`]),
    ...(from === null ? [] : [`${table}.day >= ${bind(from)}::date`]), ...(to === null ? [] : [`${table}.day < ${bind(to)}::date`]),
    ...(places.includes('') ? [] : [places.length === 0 ? 'false' : `(${places.map((place) => `(${place})`).join(' OR ')})`]),
  ].join(' AND ');
}
