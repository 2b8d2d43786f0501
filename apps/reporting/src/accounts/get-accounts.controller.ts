import { CurrentPrincipal, Describe, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { intervalSchema } from '../scores/get-scores/scores.view.ts';
import { AccountsService, type Accounts } from './accounts.service.ts';
import { STANDINGS } from './accounts.store.ts';
import { accountsQuery, accountsShape } from './request.ts';

const count = z.int().min(0);
const nps = z.number().min(-100).max(100).nullable();
const figure = z.object({ nps, n: count, confidence: intervalSchema });
const schema = z.object({
  asOf: z.iso.datetime(), programme: z.string(), measure: z.string(), roles: z.array(z.string()).describe('Of those who decide, in their order, as the programme says'),
  accounts: count.describe('That answered or dealt with you'), answered: count, allAnswers: figure.describe('Each answer counts once'), accountAverage: figure.describe('Each account counts once; n is accounts'),
  decisionMakerFirst: figure.extend({ known: count.describe('Accounts whose decision maker has answered') }).describe('Each account counts once, by the latest answer of who decides, else by its average'),
  revenue: z.object({
    currency: z.string().nullable(), otherCurrencies: z.boolean().describe('Whether interactions in other currencies are left out'), total: z.number(), covered: z.number().describe('Of accounts that answered'),
    share: z.number().nullable(), atRisk: z.number().describe('Of accounts that stand as detractors'),
  }).nullable().describe('null: no interaction carries its worth'),
  data: z.array(z.object({
    account: z.string(), standing: z.enum(STANDINGS).describe('By who decides, else by the score of the account; `silent`: nobody answered'), n: count, people: count, promoters: count, passives: count, detractors: count, mean: z.number().nullable(), nps,
    decider: z.object({ role: z.string(), score: z.int(), segment: z.string(), day: z.string() }).nullable(), interactions: count, revenue: z.number().nullable(),
  })).describe('What is at risk first: by standing, then by worth'),
  next: z.string().nullable(),
});
const example: Accounts = {
  asOf: '2026-11-22T12:05:00.120Z', programme: 'transactional', measure: 'nps', roles: ['director', 'buyer'], accounts: 120, answered: 84, allAnswers: { nps: 31, n: 310, confidence: { low: 22, high: 39.4, level: 0.95 } },
  accountAverage: { nps: 22.4, n: 84, confidence: { low: 8.1, high: 36.7, level: 0.95 } }, decisionMakerFirst: { nps: 14.2, n: 84, confidence: { low: -1.2, high: 29.6, level: 0.95 }, known: 51 },
  revenue: { currency: 'EUR', otherCurrencies: false, total: 4_200_000, covered: 3_450_000, share: 0.821, atRisk: 610_000 },
  data: [{
    account: 'ACME', standing: 'detractor', n: 4, people: 3, promoters: 2, passives: 1, detractors: 1, mean: 7.5, nps: 25, decider: { role: 'director', score: 4, segment: 'detractor', day: '2026-11-18' }, interactions: 31, revenue: 240_000,
  }],
  next: null,
};

@Controller()
export class GetAccountsController {
  constructor(private readonly service: AccountsService) {}

  @Get('/v1/scores/accounts')
  @Requires('scores:read')
  @Describe({
    summary: 'Scores of accounts: of all answers, account by account, and by who decides',
    description: 'For clients that are companies. Those who decide are those whose role the programme names under `accounts`. Worth is that of the interactions, by the day of UTC on which they occurred. Ordered by what is at risk, page by page.',
    query: accountsShape,
    answers: { 200: { description: 'The accounts', schema, example }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours, or the programme is anonymous' } },
  })
  get(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Accounts> {
    return this.service.accounts(principal, parseQuery(accountsQuery, given));
  }
}
