import { key } from '@candor/contracts';
import { CurrentPrincipal, Describe, invalidInput, notFound, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { faultOfBands } from '@candor/nps';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { GIVEN, type Company, type Industry, type Norms, type ResponseRate } from './given.ts';
import { NormsStore } from './norms.store.ts';

const points = z.number().min(-100).max(100);
const words = z.string().trim().min(1).max(200);
const band = z.object({ key, upTo: points.describe('Included; the band begins above the end of the one before it'), meaning: words });
const bandsBody = z.object({ bands: z.array(band).min(1).max(20) });
const industryBody = z.object({ name: words, norm: points, source: words.default('Set by hand') });
const companyBody = z.object({ name: words, nps: points, rival: z.boolean().default(true).describe('A direct competitor'), source: words.default('Set by hand') });
const rateBody = z.object({ norm: z.number().gt(0).max(1).describe('0 to 1'), source: words.default('Set by hand') });
const rate = rateBody.extend({ key, source: z.string() });
const industry = industryBody.extend({ key, source: z.string() });
const company = companyBody.extend({ key, source: z.string(), rival: z.boolean() });
const norms = z.object({ bands: z.array(band), industries: z.array(industry), companies: z.array(company), responseRates: z.array(rate) });
const example: Norms = { ...GIVEN, industries: GIVEN.industries.slice(2, 3), companies: GIVEN.companies.slice(0, 1) };
const KEY = { key: { description: 'Its key', example: 'banks' } };

/** What a score is held against: bands, norms of industries, scores of other companies. */
@Controller('/v1/norms')
export class NormsController {
  constructor(private readonly store: NormsStore) {}

  @Get()
  @Requires('scores:read')
  @Describe({
    summary: 'Bands, norms by industry, and scores of other companies',
    description: 'Data to be replaced by what is known of your own market: norms of other countries and markets say nothing about yours.',
    answers: { 200: { description: 'Those that hold', schema: norms, example } },
  })
  all(): Promise<Norms> {
    return this.store.norms();
  }

  @Put('bands')
  @Requires('catalog:write')
  @Describe({
    summary: 'Set the bands that scores fall into', body: { schema: bandsBody, example: { bands: GIVEN.bands } },
    answers: { 200: { description: 'All norms', schema: norms, example }, 400: { description: 'The bands leave a gap, overlap, or do not end at 100' } },
  })
  async bands(@CurrentPrincipal() { subject }: Principal, @Body() body: unknown): Promise<Norms> {
    const { bands } = parseBody(bandsBody, body);
    const fault = faultOfBands(bands);
    if (fault) throw invalidInput([{ field: 'bands', message: fault }]);
    await this.store.say('bands', 'bands', bands, subject);
    return this.store.norms();
  }

  @Put('industries/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Set the norm of an industry', params: KEY, body: { schema: industryBody, example: { name: 'Banks', norm: 12, source: 'Own survey of the market, 2026' } },
    answers: { 200: { description: 'The norm', schema: industry, example: { key: 'banks', name: 'Banks', norm: 12, source: 'Own survey of the market, 2026' } } },
  })
  async industry(@CurrentPrincipal() { subject }: Principal, @Param('key') given: string, @Body() body: unknown): Promise<Industry> {
    const value = parseBody(industryBody, body);
    await this.store.say('industries', parseParam(key, 'key', given), value, subject);
    return { key: given, ...value };
  }

  @Put('companies/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Set the score of another company', params: { key: { description: 'Its key', example: 'other-bank' } }, body: { schema: companyBody, example: { name: 'The Other Bank', nps: 18, rival: true } },
    answers: { 200: { description: 'The company', schema: company, example: { key: 'other-bank', name: 'The Other Bank', nps: 18, rival: true, source: 'Set by hand' } } },
  })
  async company(@CurrentPrincipal() { subject }: Principal, @Param('key') given: string, @Body() body: unknown): Promise<Company> {
    const value = parseBody(companyBody, body);
    await this.store.say('companies', parseParam(key, 'key', given), value, subject);
    return { key: given, ...value };
  }

  @Put('response-rates/:channel')
  @Requires('catalog:write')
  @Describe({
    summary: 'Set the response rate that a channel should reach', params: { channel: { description: 'Its key', example: 'email' } }, body: { schema: rateBody, example: { norm: 0.4, source: 'Own aim of 2026' } },
    answers: { 200: { description: 'The norm', schema: rate, example: { key: 'email', norm: 0.4, source: 'Own aim of 2026' } } },
  })
  async responseRate(@CurrentPrincipal() { subject }: Principal, @Param('channel') given: string, @Body() body: unknown): Promise<ResponseRate> {
    const value = parseBody(rateBody, body);
    await this.store.say('responseRates', parseParam(key, 'channel', given), value, subject);
    return { key: given, ...value };
  }

  @Delete(':kind/:key')
  @HttpCode(204)
  @Requires('catalog:write')
  @Describe({ summary: 'Take away the norm of an industry or the score of a company', params: { kind: { description: '`industries` or `companies`', example: 'companies' }, ...KEY }, answers: { 204: { description: 'It is gone' }, 404: { description: 'There is none' } } })
  async remove(@CurrentPrincipal() { subject }: Principal, @Param('kind') given: string, @Param('key') name: string): Promise<void> {
    const kind = parseParam(z.enum(['industries', 'companies']), 'kind', given);
    const held: readonly { key: string }[] = (await this.store.norms())[kind];
    if (!held.some((one) => one.key === name)) throw notFound('norm', name);
    if (GIVEN[kind].some((one) => one.key === name)) await this.store.say(kind, name, null, subject);
    else await this.store.forget(kind, name);
  }
}
