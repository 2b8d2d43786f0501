import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { figureOf, LEAST_ANONYMOUS } from '../scores/figure.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { MOST_VALUES } from '../single-answers/by-value.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { DIMENSIONS, type Dimension } from './dimensions.ts';
import { driversOf, type DriverGroup, type Tally } from './drivers.ts';
import { DriversStore, partOf, type Looked } from './drivers.store.ts';
import type { DriversQuery } from './request.ts';
import { WordCount } from './words.ts';

export interface Drivers {
  asOf: string;
  programme: string;
  measure: DriversQuery['measure'];
  /** The answers that were looked at. */
  all: Tally & { n: number };
  /** Of so many in the selection. */
  answers: number;
  /** In which words were sought, the newest; null: words were not asked for. */
  comments: number | null;
  leastN: number;
  data: DriverGroup[];
}

/** What goes with detractors, and what with promoters. It goes with them: whether it is the cause is for people to find out. */
@Injectable()
export class DriversService {
  constructor(private readonly scopes: Scopes, private readonly scores: ScoresService, private readonly store: DriversStore) {}

  async drivers(principal: Principal, query: DriversQuery): Promise<Drivers> {
    const { selection, programme, scope } = await this.scopes.read(principal, query);
    const asked = query.by ?? [...DIMENSIONS, 'words'];
    const dimensions = DIMENSIONS.filter((dimension): dimension is Dimension => asked.includes(dimension));
    const leastN = Math.max(LEAST_ANONYMOUS, programme.leastN);
    // The figures of the same selection say how many there are, without counting them.
    const { asOf, rows } = await this.scores.rows(principal, selection, { ...query, interval: 'all', window: undefined }, []);
    const answers = rows[0] ? figureOf(query.measure, rows[0].sums, programme).n : 0;
    const whole = { scope, measure: query.measure, part: null };
    const [{ all, counted, values }, words] = await Promise.all([this.store.counts({ ...whole, part: partOf(answers) }, dimensions), asked.includes('words') ? this.#words(whole) : null]);
    const most = words?.mostFrequent(leastN, MOST_VALUES) ?? { words: [], values: 0 };
    const looked = size(all);
    return {
      asOf, programme: programme.key, measure: query.measure, all: { n: looked, ...all }, answers: partOf(answers) === null ? looked : Math.max(answers, looked), comments: words?.comments ?? null, leastN,
      data: driversOf(all, [...counted, ...most.words], new Map([...values, ['words', most.values]]), leastN),
    };
  }

  async #words(looked: Looked): Promise<WordCount> {
    const count = new WordCount();
    for await (const portion of this.store.comments(looked)) count.add(portion);
    return count;
  }
}

const size = ({ promoters, passives, detractors }: Tally): number => promoters + passives + detractors;
