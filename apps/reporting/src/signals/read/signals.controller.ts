import { CurrentPrincipal, Describe, parseBody, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { acknowledgeBody, signalId, signalsQuery, signalsShape } from './request.ts';
import { listedExample, oneSignalSchema, signalExample, signalsSchema, type OneSignalView } from './signal.view.ts';
import { SignalsService } from './signals.service.ts';

const ID = { id: { description: 'The signal', example: signalExample.id } };

/** Drops, rises, attacks, begging and cherry-picking, each with its figures. */
@Controller('/v1/signals')
export class SignalsController {
  constructor(private readonly service: SignalsService) {}

  @Get()
  @Requires('scores:read')
  @Describe({
    summary: 'What is out of the usual',
    description: 'A drop or rise of a unit at a touchpoint against its own weeks before; a burst of answers that nobody was invited to give and that look like one author; begging for tens and picking customers, by unit or person served by. '
      + 'Each is raised once and silent until it has recovered. Begging and cherry-picking are told with the right `decisions:read`. Of anonymous programmes there are drops and rises only, of what was published.',
    query: signalsShape,
    answers: { 200: { description: 'The newest first', schema: signalsSchema, example: { data: [listedExample], next: null, open: 1 } }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  list(@CurrentPrincipal() principal: Principal, @Query() given: unknown): ReturnType<SignalsService['list']> {
    return this.service.list(principal, parseQuery(signalsQuery, given));
  }

  @Get(':id')
  @Requires('scores:read')
  @Describe({ summary: 'Why a signal was raised, and what became of it', params: ID, answers: { 200: { description: 'The signal', schema: oneSignalSchema, example: signalExample }, 404: { description: 'There is none, or not for you' } } })
  one(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<OneSignalView> {
    return this.service.one(principal, parseParam(signalId, 'id', id));
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Requires('scores:read')
  @Describe({
    summary: 'Take note of a signal', description: 'With the right `cases:assign` or `responses:correct`; begging and cherry-picking with `responses:correct` only. It stays open until it has recovered; a level that was acknowledged becomes usual after twenty weeks.',
    params: ID, body: { schema: acknowledgeBody, example: { note: 'Two tellers are ill; help comes on Tuesday' } },
    answers: { 200: { description: 'The signal', schema: oneSignalSchema, example: signalExample }, 403: { description: 'The right is missing' }, 404: { description: 'There is none, or not for you' } },
  })
  acknowledge(@CurrentPrincipal() principal: Principal, @Param('id') id: string, @Body() body: unknown): Promise<OneSignalView> {
    return this.service.acknowledge(principal, parseParam(signalId, 'id', id), parseBody(acknowledgeBody, body).note);
  }
}
