import { decodeCursor, encodeCursor } from '@candor/http';
import type { Principal } from '@candor/identity';
import { confidence, segmentOf, type Interval, type Segment } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ScoreStore } from '../scores/score.store.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { AccountsStore, type AccountRow, type Standing, type Totals } from './accounts.store.ts';
import type { AccountsQuery } from './request.ts';

interface Figure {
  nps: number | null;
  n: number;
  confidence: Interval | null;
}

export interface Account {
  account: string;
  standing: Standing;
  n: number;
  people: number;
  promoters: number;
  passives: number;
  detractors: number;
  mean: number | null;
  nps: number | null;
  decider: { role: string; score: number; segment: Segment; day: string } | null;
  interactions: number;
  revenue: number | null;
}

export interface Accounts {
  asOf: string;
  programme: string;
  measure: AccountsQuery['measure'];
  /** Roles of those who decide, in their order, as the programme says. */
  roles: readonly string[];
  accounts: number;
  answered: number;
  allAnswers: Figure;
  accountAverage: Figure;
  decisionMakerFirst: Figure & { known: number };
  revenue: { currency: string | null; otherCurrencies: boolean; total: number; covered: number; share: number | null; atRisk: number } | null;
  data: Account[];
  next: string | null;
}

const place = z.object({ rank: z.number(), risk: z.number(), account: z.string() });
const Z95 = 1.96;

/** Clients that are companies: one employee's opinion is not the client's (domain 2.9). */
@Injectable()
export class AccountsService {
  constructor(private readonly scopes: Scopes, private readonly clock: ScoreStore, private readonly store: AccountsStore) {}

  async accounts(principal: Principal, query: AccountsQuery): Promise<Accounts> {
    const { programme, scope } = await this.scopes.read(principal, query);
    const after = query.cursor === undefined ? null : decodeCursor(place, query.cursor);
    const asOf = (await this.clock.asOf()) ?? new Date();
    const currencies = await this.store.currencies(scope);
    const roles = programme.accounts?.roles ?? [];
    const asked = { scope, measure: query.measure, roles, currency: currencies?.currency ?? null };
    const [totals, rows] = await Promise.all([this.store.totals(asked), this.store.page(asked, after, query.limit + 1)]);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      asOf: asOf.toISOString(), programme: programme.key, measure: query.measure, roles, accounts: totals.accounts, answered: totals.answered, ...rolledUp(totals, programme.leastN),
      revenue: currencies && revenueOf(totals, currencies), data: page.map(accountOf), next: last ? encodeCursor({ rank: last.rank, risk: last.risk, account: last.account }) : null,
    };
  }
}

function rolledUp(totals: Totals, leastN: number): Pick<Accounts, 'allAnswers' | 'accountAverage' | 'decisionMakerFirst'> {
  const { n, promoters, detractors, answered } = totals;
  return {
    allAnswers: { nps: n === 0 ? null : (100 * (promoters - detractors)) / n, n, confidence: n >= leastN ? confidence({ n, promoters, detractors }) : null },
    accountAverage: { nps: totals.average, n: answered, confidence: around(totals.average, totals.deviation, answered, leastN) },
    decisionMakerFirst: { nps: totals.first, n: answered, confidence: around(totals.first, totals.first_deviation, answered, leastN), known: totals.deciders },
  };
}

/** Accounts count once each, so the interval is that of a mean of so many. */
function around(mean: number | null, deviation: number | null, n: number, leastN: number): Interval | null {
  if (mean === null || deviation === null || n < leastN) return null;
  const half = (Z95 * deviation) / Math.sqrt(n);
  return { low: Math.max(-100, mean - half), high: Math.min(100, mean + half), level: 0.95 };
}

const revenueOf = ({ revenue, covered, at_risk: atRisk }: Totals, { currency, others }: { currency: string; others: boolean }): Accounts['revenue'] => ({
  currency: currency === '' ? null : currency, otherCurrencies: others, total: revenue ?? 0, covered: covered ?? 0, share: revenue ? (covered ?? 0) / revenue : null, atRisk: atRisk ?? 0,
});

function accountOf({ account, standing, n, people, promoters, passives, detractors, mean, role, score, decided_on: day, interactions, revenue }: AccountRow): Account {
  const decider = role === null || score === null || day === null ? null : { role, score, segment: segmentOf('nps', score)!, day };
  return { account, standing, n, people, promoters, passives, detractors, mean, nps: n === 0 ? null : (100 * (promoters - detractors)) / n, decider, interactions, revenue };
}
