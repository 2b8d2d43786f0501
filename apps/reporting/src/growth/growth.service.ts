import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { scoreDifference, type FigureAlone, type ScoreDifference } from '../comparison/comparison.ts';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { dayAfter } from '../scores/rolling.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { earnedGrowthOf, groupsOf, type Group } from './growth.ts';
import { GrowthStore } from './growth.store.ts';
import type { GrowthQuery } from './request.ts';

export interface Growth {
  asOf: string;
  programme: string;
  from: string;
  to: string;
  /** The first day of the period of the same length before. */
  before: string;
  currency: string | null;
  otherCurrencies: boolean;
  figure: FigureAlone;
  earlier: FigureAlone;
  difference: ScoreDifference | null;
  all: Group | null;
  data: Group[];
  /** Retention and what referrals brought, less 1; null where nothing says who came by referral. */
  earnedGrowth: number | null;
  missing: ('value' | 'referrals')[];
  /** More is earned while the score falls beyond chance: good against bad profits (domain 5.5). */
  badProfits: boolean;
}

const DAYS = 90;
const DAY_MS = 86_400_000;

/** Money beside the score (domain 5.5). */
@Injectable()
export class GrowthService {
  constructor(private readonly scopes: Scopes, private readonly scores: ScoresService, private readonly store: GrowthStore) {}

  async growth(principal: Principal, query: GrowthQuery): Promise<Growth> {
    const { selection, programme, scope } = await this.scopes.read(principal, { ...query, from: undefined, to: undefined });
    const to = query.to ?? this.scores.tomorrow(selection.units);
    const from = query.from ?? dayAfter(to, -DAYS);
    const before = dayAfter(from, -Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
    const figure = async (first: string, end: string): Promise<{ asOf: string; figure: FigureAlone }> => {
      const { asOf, rows } = await this.scores.rows(principal, selection, { ...query, window: undefined, from: first, to: end, interval: 'all' }, []);
      return { asOf, figure: figureOf(query.measure, rows[0]?.sums ?? NO_SUMS, programme) };
    };
    const [now, earlier, currencies] = await Promise.all([figure(from, to), figure(before, from), this.store.currencies(scope)]);
    const groups = currencies && groupsOf(await this.store.groups({ scope, measure: query.measure, currency: currencies.currency, before, from, to }));
    const difference = scoreDifference(now.figure, earlier.figure);
    const grown = groups !== null && groups.all.revenue.now > groups.all.revenue.before;
    return {
      asOf: now.asOf, programme: programme.key, from, to, before, currency: currencies?.currency || null, otherCurrencies: currencies?.others ?? false, figure: now.figure, earlier: earlier.figure, difference,
      all: groups?.all ?? null, data: groups?.data ?? [], earnedGrowth: groups && earnedGrowthOf(groups.all), missing: [...(groups ? [] : ['value' as const]), ...(groups && (groups.all.new.told > 0 || groups.all.new.customers === 0) ? [] : ['referrals' as const])],
      badProfits: grown && difference !== null && difference.significant && difference.points < 0,
    };
  }
}
