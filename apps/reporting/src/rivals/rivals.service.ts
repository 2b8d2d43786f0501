import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import type { FigureAlone } from '../comparison/comparison.ts';
import { NormsStore } from '../norms/norms.store.ts';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { periodAt, wholePeriod, type Period } from '../scores/period.ts';
import type { KnownSelection } from '../scores/read-selection.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import type { RivalsQuery } from './request.ts';
import { RivalsStore } from './rivals.store.ts';
import { standingOf, type Standing } from './standing.ts';

export interface Rivals {
  asOf: string;
  programme: string;
  measure: RivalsQuery['measure'];
  data: (Period & Standing)[];
}

/** How competitors stand, by the answers of one programme (domain 4.4): what customers gave them, and who would go to whom. */
@Injectable()
export class RivalsService {
  constructor(private readonly selections: ReadSelection, private readonly scopes: Scopes, private readonly scores: ScoresService, private readonly norms: NormsStore, private readonly store: RivalsStore) {}

  async rivals(principal: Principal, query: RivalsQuery): Promise<Rivals> {
    return this.standing(principal, await this.selections.read(principal, query), query);
  }

  /** Of a selection that was checked before. Periods in which nobody said anything of competitors are left out. */
  async standing(principal: Principal, selection: KnownSelection, query: Omit<RivalsQuery, 'programme' | 'touchpoint' | 'unit'>): Promise<Rivals> {
    const { programme } = selection;
    const scope = await this.scopes.scope(principal, selection, query);
    const [opinions, ours, { companies }] = await Promise.all([
      this.store.opinions(scope, query, programme.anonymous), this.scores.rows(principal, selection, { ...query, window: undefined }, []), this.norms.norms(),
    ]);
    const figures = new Map<string | null, FigureAlone>(ours.rows.map(({ period, sums }) => [query.interval === 'all' ? null : period.from, figureOf(query.measure, sums, programme)]));
    const data = [...Map.groupBy(opinions, ({ start }) => start)].map(([start, rows]) => {
      const [first, last] = [rows.map((row) => row.first).sort()[0]!, rows.map((row) => row.last).sort().at(-1)!];
      const period = query.interval === 'all' || start === null ? wholePeriod(scope.window, first, last) : periodAt(query.interval, start, scope.window);
      const figure = figures.get(start === null ? null : period.from) ?? figureOf(query.measure, NO_SUMS, programme);
      return { ...period, ...standingOf(query.measure, rows, figure, programme, companies) };
    });
    return { asOf: ours.asOf, programme: programme.key, measure: query.measure, data };
  }
}
