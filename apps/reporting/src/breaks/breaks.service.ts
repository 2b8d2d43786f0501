import { CatalogCopy } from '@candor/catalog-copy';
import type { Principal } from '@candor/identity';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../read-pool.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { dayAfter } from '../scores/rolling.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { binding, within, type Scope } from '../single-answers/scope.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { inOrder, surveyBreaks, weightBreaks, type Break, type FirstAnswered } from './breaks.ts';
import type { BreaksQuery } from './request.ts';

export interface Breaks {
  asOf: string;
  programme: string;
  measure: BreaksQuery['measure'];
  data: Break[];
}

/** A version that was answered in so many days before the time is not new in it. */
const LOOK_BACK_DAYS = 90;

/** Where a trend changes because what is asked, or how it is composed, did. */
@Injectable()
export class BreaksService {
  constructor(private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scopes: Scopes, private readonly scores: ScoresService, @Inject(READ_POOL) private readonly pool: pg.Pool) {}

  async breaks(principal: Principal, query: BreaksQuery): Promise<Breaks> {
    const asOf = new Date().toISOString();
    const selection = await this.selections.read(principal, query);
    const { programme, touchpoints } = selection;
    const window = { from: query.from ?? null, to: query.to ?? this.scores.tomorrow(selection.units) };
    const earlier = query.from === undefined ? undefined : dayAfter(query.from, -LOOK_BACK_DAYS);
    // Of an anonymous programme nobody is told who answered what, and when.
    const first = programme.anonymous ? [] : await this.#firstAnswered(await this.scopes.scope(principal, selection, { ...query, from: earlier }), query.measure);
    const weighed = this.catalog.touchpoints().filter(({ key, programme: of }) => of === programme.key && (touchpoints === null || touchpoints.includes(key)));
    return { asOf, programme: programme.key, measure: query.measure, data: inOrder([...surveyBreaks(first, window), ...weightBreaks(weighed, window)]) };
  }

  async #firstAnswered(scope: Scope, measure: string): Promise<FirstAnswered[]> {
    const { values, bind } = binding();
    const { rows } = await this.pool.query<FirstAnswered>(
      `SELECT a.survey, to_char(min(a.day), 'YYYY-MM-DD') AS day FROM answer a WHERE ${within(scope, bind, 'a')} AND a.measure = ${bind(measure)} AND a.survey IS NOT NULL AND NOT a.excluded GROUP BY a.survey`, values);
    return rows;
  }
}
