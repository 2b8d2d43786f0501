import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { LEAST_ANONYMOUS } from '../scores/figure.ts';
import { ScoreStore } from '../scores/score.store.ts';
import { MOST_VALUES } from '../single-answers/by-value.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { DIMENSIONS, type Dimension } from './dimensions.ts';
import { driversOf, type DriverGroup, type Tally } from './drivers.ts';
import { DriversStore, MOST_ANSWERS } from './drivers.store.ts';
import type { DriversQuery } from './request.ts';
import { countWords } from './words.ts';

export interface Drivers {
  asOf: string;
  programme: string;
  measure: DriversQuery['measure'];
  /** The answers that were looked at. */
  all: Tally & { n: number };
  /** Of so many in the selection. */
  answers: number;
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
    const whole = { scope, measure: query.measure, part: null };
    const answers = await this.store.all(whole);
    const part = size(answers) > MOST_ANSWERS ? Math.max(1, Math.floor((1000 * MOST_ANSWERS) / size(answers))) : null;
    const looked = { ...whole, part };
    const [all, { counted, values }, comments] = await Promise.all([
      part === null ? answers : this.store.all(looked), this.store.counts(looked, dimensions), asked.includes('words') ? this.store.comments(whole) : [],
    ]);
    const words = countWords(comments, leastN, MOST_VALUES);
    return {
      asOf: asOf.toISOString(), programme: programme.key, measure: query.measure, all: { n: size(all), ...all }, answers: size(answers), leastN,
      data: driversOf(all, [...counted, ...words.words], new Map([...values, ['words', words.values]]), leastN),
    };
  }
}

const size = ({ promoters, passives, detractors }: Tally): number => promoters + passives + detractors;
