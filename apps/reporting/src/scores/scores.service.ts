import { CatalogCopy } from '@candor/catalog-copy';
import type { Cut, Measure } from '@candor/contracts';
import type { OpenRows, Portions } from '@candor/export';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { cutOf, MOST_CUT_ROWS, refuseMany, refuseUntold, sourcesByCut, type CutAsked } from './cuts.ts';
import type { SeenPath } from './as-was.ts';
import { figureOf, type Figure, type Publication } from './figure.ts';
import { periodAt, wholePeriod, type Interval, type Period, type Window } from './period.ts';
import { ReadSelection, type KnownSelection } from './read-selection.ts';
import type { Grouping, ScoresQuery } from './request.ts';
import type { Asked, SumRow } from './score-statement.ts';
import { dayAfter, readFrom, rolled, ROLLING, windowBefore } from './rolling.ts';
import { ExportStore } from './export.store.ts';
import { ScoreStore } from './score.store.ts';
import { merged, needsPaths, sourcesOf, type UnitSelection, type World } from './selection.ts';
import { latestDay } from './today.ts';
import { refuseHours } from '../anonymity/refuse.ts';

export interface Scores {
  /** Everything that was scored until then is in the figures. */
  asOf: string;
  programme: string;
  measure: Measure;
  data: Figure[];
}

/** A row of a file, with what it is a figure of. */
export type ScoreLine = Figure & Omit<Scores, 'data'>;

/** Sums with the keys and the period of their row. */
export interface Row {
  touchpoint?: string;
  unit?: string;
  cut?: Cut;
  /** null: what said no value of the cut, or was recorded before it was declared. */
  value?: string | null;
  period: Period;
  sums: SumRow;
}

const OPEN: Window = { from: null, to: null };
type Selecting = Omit<ScoresQuery, 'groupBy' | 'programme' | 'touchpoint' | 'unit' | Cut>;

@Injectable()
export class ScoresService {
  constructor(private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly store: ScoreStore, private readonly exports: ExportStore) {}

  async scores(principal: Principal, query: ScoresQuery): Promise<Scores> {
    const selection = await this.selections.read(principal, query);
    const { programme } = selection;
    const cut = cutOf(query, programme);
    const { asOf, rows } = await this.rows(principal, selection, query, query.groupBy ?? [], cut);
    if (cut) refuseMany(rows.length);
    return { asOf, programme: programme.key, measure: query.measure, data: rows.map((row) => shown(row, query.measure, programme)) };
  }

  /** The same rows for a file: any number of them, read as they are taken; to be closed. */
  async open(principal: Principal, query: ScoresQuery): Promise<OpenRows<ScoreLine>> {
    const { measure, groupBy = [] } = query;
    const selection = await this.selections.read(principal, query);
    const { programme } = selection;
    const cut = cutOf(query, programme);
    const common = { programme: programme.key, measure };
    if (query.window !== undefined) {
      const { asOf, rows } = await this.rows(principal, selection, query, groupBy);
      return { total: rows.length, portions: [rows.map((row) => ({ ...shown(row, measure, programme), ...common, asOf }))] };
    }
    const { asked } = await this.#asked(principal, selection, query, groupBy, cut);
    // Read first: what is scored meanwhile may be in the figures already, never the other way round.
    const asOf = textOf(await this.store.asOf());
    const rows = await this.exports.open(asked);
    return { ...rows, portions: mapped(rows.portions, (sums) => ({ ...shown(rowOf(sums, asked.interval, asked.window, cut), measure, programme), ...common, asOf })) };
  }

  /** The sums of a selection that was checked before, row by row. */
  async rows(principal: Principal, selection: KnownSelection, query: Selecting, groupBy: readonly Grouping[], cut: CutAsked | null = null): Promise<{ asOf: string; rows: Row[] }> {
    const { asked, window, days } = await this.#asked(principal, selection, query, groupBy, cut);
    const { asOf, sums } = await this.store.sums(cut ? { ...asked, most: MOST_CUT_ROWS + 1 } : asked);
    const rows = days !== undefined && query.interval === 'day' ? rolled(sums, days, window).map((row) => rowOf(row, 'all', OPEN)) : sums.map((row) => rowOf(row, query.interval, window, cut));
    return { asOf: textOf(asOf), rows };
  }

  /** What to read for a query; `asked` begins earlier than `window` where figures roll. */
  async #asked(principal: Principal, selection: KnownSelection, query: Selecting, groupBy: readonly Grouping[], cut: CutAsked | null): Promise<{ asked: Asked; window: Window; days: number | undefined }> {
    const { interval, measure, descendants, tree } = query;
    if (interval === 'hour') refuseHours(selection.programme);
    const units: UnitSelection = { units: selection.units, descendants, tree, byUnit: groupBy.includes('unit'), hourly: interval === 'hour' || cut !== null };
    const world: World = { roots: principal.units, members: (unit) => this.catalog.withDescendants([unit]) };
    const paths = needsPaths(units, world) ? await this.paths() : [];
    const days = query.window && ROLLING[query.window];
    const window = this.#window(query, selection, days);
    const found = merged(sourcesOf(units, world, paths));
    const sources = cut ? sourcesByCut(found) : found;
    const { programme, touchpoints } = selection;
    const single = cut ? sources.flatMap(({ table, units: moved }) => (table === 'answers' ? (moved ?? []) : [])) : [];
    if (single.length > 0 && !(await this.store.tellCuts(programme.key, single, window))) refuseUntold();
    const read = days !== undefined && interval === 'day' ? readFrom(window, days) : window;
    return { asked: { programme: programme.key, measure, touchpoints, sources, window: read, interval, groupBy, cut }, window, days };
  }

  /** A window of so many days ends with today, where it is latest, unless something else is said. */
  #window({ from, to, interval }: Selecting, { units }: KnownSelection, days: number | undefined): Window {
    if (days === undefined || interval === 'day') return { from: from ?? null, to: to ?? null };
    return windowBefore(to ?? this.tomorrow(units), days);
  }

  /** The day after today, where that is latest among the units; null: all. */
  tomorrow(units: readonly string[] | null): string {
    return dayAfter(latestDay(new Date(), this.catalog.units().filter(({ key }) => units === null || units.includes(key)).map(({ timeZone }) => timeZone)), 1);
  }

  /** Where units stood when they were answered about; of a unit whose first answer is on its way here, where it stands now. */
  async paths(): Promise<SeenPath[]> {
    const seen = await this.store.seenPaths();
    const known = new Set(seen.map(({ unit }) => unit));
    const now = new Date();
    const unseen = this.catalog.units().filter(({ key }) => !known.has(key));
    return [...seen, ...unseen.map(({ key }) => ({ unit: key, path: this.catalog.pathOf(key, now) }))];
  }

  /** Where units stand now. */
  pathsNow(): SeenPath[] {
    const now = new Date();
    return this.catalog.units().map(({ key }) => ({ unit: key, path: this.catalog.pathOf(key, now) }));
  }
}

/** Before anything is counted, everything of until now is in the figures. */
const textOf = (asOf: Date | null): string => (asOf ?? new Date()).toISOString();

function rowOf(sums: SumRow, interval: Interval, window: Window, cut: CutAsked | null = null): Row {
  const { touchpoint, unit, value, start, hour, first, last } = sums;
  const period = interval === 'all' ? wholePeriod(window, first, last) : periodAt(interval, start!, window, hour);
  return { ...(touchpoint === undefined ? {} : { touchpoint }), ...(unit === undefined ? {} : { unit }), ...(cut && value !== undefined ? { cut: cut.cut, value } : {}), period, sums };
}

const shown = ({ touchpoint, unit, cut, value, period, sums }: Row, measure: Measure, publication: Publication): Figure =>
  ({ ...(touchpoint === undefined ? {} : { touchpoint }), ...(unit === undefined ? {} : { unit }), ...(cut === undefined || value === undefined ? {} : { cut, value }), ...period, watermark: sums.newest ?? sums.last, ...figureOf(measure, sums, publication) });

async function* mapped<A, B>(portions: Portions<A>, map: (one: A) => B): AsyncGenerator<B[]> {
  for await (const portion of portions) yield portion.map(map);
}
