import { invalidInput } from '@candor/http';
import type { Principal } from '@candor/identity';
import { difference, holm, ranking, restOf } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import { figureOf, type Figure } from '../scores/figure.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { sharesOf, type ScoreDifference } from './comparison.ts';
import { overlapping } from './groups.ts';
import type { RankingQuery } from './request.ts';

/** Every pair is compared, so the work grows with the square. */
export const MOST_RANKED = 500;

export interface Place extends Figure {
  tier: number;
  places: { from: number; to: number };
  /** Against all other rows together; `significant` with regard to how many rows are compared. */
  rest: (ScoreDifference & { nps: number; n: number }) | null;
}

export interface Ranking {
  asOf: string;
  programme: string;
  measure: RankingQuery['measure'];
  by: RankingQuery['by'];
  tiers: number;
  data: Place[];
  /** Too few answers to say anything. */
  unranked: Figure[];
}

/** Units or touchpoints in tiers: who is told apart by the answers, and who is not. */
@Injectable()
export class RankingService {
  constructor(private readonly selections: ReadSelection, private readonly scores: ScoresService) {}

  /** @throws Problem 400 for units of which one contains another, or too many rows, besides whatever is wrong with the selection */
  async ranking(principal: Principal, query: RankingQuery): Promise<Ranking> {
    const selection = await this.selections.read(principal, query);
    if (query.by === 'unit' && query.descendants && selection.units) await this.#refuseOverlap(selection.units, query.tree);
    const { programme } = selection;
    const { asOf, rows } = await this.scores.rows(principal, selection, { ...query, interval: 'all' }, [query.by]);
    const figures = rows.map(({ sums, period, touchpoint, unit }) =>
      ({ ...(touchpoint === undefined ? {} : { touchpoint }), ...(unit === undefined ? {} : { unit }), ...period, ...figureOf(query.measure, sums, programme) }) as Figure);
    const told = figures.filter(({ sufficient, suppressed }) => sufficient && !suppressed);
    if (told.length > MOST_RANKED) throw invalidInput([{ field: query.by, message: `at most ${MOST_RANKED} can be ranked together, and these are ${told.length}: name some` }]);
    const data = placed(told);
    return {
      asOf, programme: programme.key, measure: query.measure, by: query.by, tiers: data.at(-1)?.tier ?? 0, data,
      unranked: figures.filter((figure) => !told.includes(figure)),
    };
  }

  async #refuseOverlap(units: readonly string[], tree: 'was' | 'is'): Promise<void> {
    const found = overlapping(units, tree === 'is' ? this.scores.pathsNow() : await this.scores.paths());
    if (found) throw invalidInput([{ field: 'unit', message: `${found[0]} contains ${found[1]}, or has contained it: a unit is compared with the rest, never with one that contains it` }]);
  }
}

function placed(figures: readonly Figure[]): Place[] {
  const shares = figures.map(sharesOf);
  const rests = figures.map((figure, i) => {
    const rest = restOf(shares, i);
    const found = difference(shares[i]!, rest);
    const nps = (100 * (rest.promoters - rest.detractors)) / rest.n;
    return found && { nps, n: rest.n, points: figure.nps! - nps, confidence: found.interval, p: found.p };
  });
  const holds = holm(rests.map((rest) => rest?.p ?? 1));
  const rows = figures.map((figure, i) => ({ figure, rest: rests[i] ? { ...rests[i], significant: holds[i]! } : null }));
  return ranking(rows, ({ figure }) => sharesOf(figure)).map(({ item: { figure, rest }, tier, places }) => ({ ...figure, tier, places, rest }));
}
