import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { LEAST_ANONYMOUS } from '../scores/figure.ts';
import { ScoreStore } from '../scores/score.store.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { DIMENSIONS, type Dimension } from './dimensions.ts';
import { driversOf, type DriverGroup, type Tally } from './drivers.ts';
import { DriversStore, MOST_VALUES } from './drivers.store.ts';
import type { DriversQuery } from './request.ts';
import { countWords } from './words.ts';

export interface Drivers {
  asOf: string;
  programme: string;
  measure: DriversQuery['measure'];
  /** All answers of the selection. */
  all: Tally & { n: number };
  leastN: number;
  data: DriverGroup[];
}

/** What goes with detractors, and what with promoters. It goes with them: whether it is the cause is for people to find out. */
@Injectable()
export class DriversService {
  constructor(private readonly scopes: Scopes, private readonly clock: ScoreStore, private readonly store: DriversStore) {}

  async drivers(principal: Principal, query: DriversQuery): Promise<Drivers> {
    const { programme, scope } = await this.scopes.read(principal, query);
    const asked = query.by ?? [...DIMENSIONS, 'words'];
    const dimensions = DIMENSIONS.filter((dimension): dimension is Dimension => asked.includes(dimension));
    const leastN = Math.max(LEAST_ANONYMOUS, programme.leastN);
    const asOf = (await this.clock.asOf()) ?? new Date();
    const [all, { counted, values }, comments] = await Promise.all([
      this.store.all(scope, query.measure), this.store.counts(scope, query.measure, dimensions), asked.includes('words') ? this.store.comments(scope, query.measure) : [],
    ]);
    const words = countWords(comments, leastN, MOST_VALUES);
    return {
      asOf: asOf.toISOString(), programme: programme.key, measure: query.measure, all: { n: all.promoters + all.passives + all.detractors, ...all }, leastN,
      data: driversOf(all, [...counted, ...words.words], new Map([...values, ['words', words.values]]), leastN),
    };
  }
}
