import type { Programme } from '@candor/catalog-copy';
import { CUTS, type Cut } from '@candor/contracts';
import { invalidInput, listOf } from '@candor/http';
import { z } from 'zod';
import type { Source } from './selection.ts';

/** How figures are cut: by one declared cut, of all its values or of some. */
export interface CutAsked {
  cut: Cut;
  /** null: all, and what said none. */
  values: readonly string[] | null;
}

/** More rows than this in one JSON answer are refused; a file takes any number. */
export const MOST_CUT_ROWS = 10_000;

const value = z.string().min(1).max(200);

export const cutFilters = {
  channel: listOf(value).optional().describe('Of answers that came by these; the programme must declare the cut. As for all cuts: one in a request, its values separated by commas, a comma within a value written `\\,`'),
  product: listOf(value).optional(),
  servedBy: listOf(value).optional(),
  segment: listOf(value).optional(),
  language: listOf(value).optional(),
  surveyVersion: listOf(value).optional(),
  account: listOf(value).optional(),
} satisfies Record<Cut, unknown>;

type CutQuery = { readonly [name in Cut]?: string[] | undefined } & { readonly groupBy?: readonly string[] | undefined; readonly interval: string; readonly window?: string | undefined };

const isCut = (name: string): name is Cut => (CUTS as readonly string[]).includes(name);

/**
 * The cut a request asks for; null: none.
 * @throws Problem 400 naming the field: the programme does not declare it, there are two, or it is asked by the hour or rolling
 */
export function cutOf(query: CutQuery, { key, cuts = [] }: Pick<Programme, 'key' | 'cuts'>): CutAsked | null {
  const grouped = (query.groupBy ?? []).filter(isCut);
  const filtered = CUTS.filter((name) => query[name] !== undefined);
  const [cut, other] = [...new Set([...grouped, ...filtered])];
  if (cut === undefined) return null;
  const fieldOf = (name: Cut): string => (filtered.includes(name) ? name : 'groupBy');
  for (const name of [cut, ...(other ? [other] : [])]) {
    if (!cuts.includes(name)) refuse(fieldOf(name), `${key} does not declare the cut ${name}${cuts.length > 0 ? `, only ${cuts.join(', ')}` : ', or any'}`);
  }
  if (other) refuse(fieldOf(other), `figures are kept by one cut at a time, and ${cut} is asked for too`);
  if (query.interval === 'hour') refuse('interval', 'figures by a cut are kept by day');
  if (query.window !== undefined) refuse('window', 'figures by a cut do not roll: give from and to');
  return { cut, values: query[cut] ?? null };
}

/** Cells of cuts are of units' own answers, by the day; of a unit that has moved and counts partly, single answers tell where each belongs. */
export const sourcesByCut = (sources: readonly Source[]): Source[] => sources.map((source) => (source.table === 'answers' ? source : { ...source, table: 'own_score_day' }));

/** What a single answer or invitation says of a cut: columns of `answer` and `invitation`. */
const SAID: Record<Cut, string> = { channel: 'channel', product: 'product', servedBy: 'served_by', segment: 'customer_segment', language: 'language', surveyVersion: 'survey::text', account: 'account' };

/** The value under which a single one counts; null: it says none, or was recorded before the cut was declared. */
export const valueOf = ({ cut }: CutAsked): string => `CASE WHEN '${cut}' = ANY (cuts) THEN ${SAID[cut]} END`;

/** @throws Problem 400 naming `tree`: what was copied by an earlier release does not say by what it is counted */
export function refuseUntold(): never {
  return refuse('tree', 'units have moved in or out of these, and some of their answers were copied before it was kept by what they count: build the read model facts anew, or ask with tree=is');
}

/** @throws Problem 400 naming the field that asks for too much */
export function refuseMany(rows: number): void {
  if (rows > MOST_CUT_ROWS) refuse('groupBy', `gives more than ${MOST_CUT_ROWS} rows: narrow it, or take a file with Accept: text/csv`);
}

function refuse(field: string, message: string): never {
  throw invalidInput([{ field, message }]);
}
