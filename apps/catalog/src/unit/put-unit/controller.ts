import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { key } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseBody, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import type { FastifyReply } from 'fastify';
import { tagOf } from '../../publication/tagged-answer.ts';
import { UnitRepository } from '../unit.repository.ts';
import { unitExample, unitView, viewOf, type UnitView } from '../unit.view.ts';
import { Visibility } from '../visibility.ts';
import { PutUnitHandler } from './handler.ts';
import { putUnitExample, putUnitRequest } from './request.ts';

@Controller()
export class PutUnitController {
  constructor(private readonly handler: PutUnitHandler, private readonly units: UnitRepository, private readonly visibility: Visibility) {}

  @Put('/v1/units/:key')
  @Requires('catalog:write')
  @Describe({
    summary: 'Create or replace a business unit',
    description: 'A change of parent holds from now, or from `validFrom`; earlier answers stay where they were given. The same call twice changes nothing. Once answered, the unit can be used by every service.',
    params: { key: { description: 'Chosen by you', example: 'haifa-1' } },
    body: { schema: putUnitRequest, example: putUnitExample },
    answers: { 200: { description: 'The unit as it is now', schema: unitView, example: unitExample }, 201: { description: 'The unit was created', schema: unitView } },
  })
  async put(@Param('key') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitView> {
    const unitKey = parseParam(key, 'key', given);
    const { validFrom, ...request } = parseBody(putUnitRequest, body);
    const now = new Date();
    await this.#requireRight(principal, unitKey, request.parent);
    const { unit, created } = await this.handler.handle({ key: unitKey, ...request, validFrom: validFrom === undefined ? undefined : new Date(validFrom) }, now);
    const view = viewOf(unit, (await this.units.paths([unit.key], now)).get(unit.key), now);
    reply.code(created ? 201 : 200).header('etag', tagOf(view));
    return view;
  }

  /** Somebody limited to some units may hang new ones below theirs, and change those that are below theirs. */
  async #requireRight(principal: Principal, unitKey: string, parent: string | null): Promise<void> {
    if (principal.units === null) return;
    const exists = (await this.units.find(unitKey)) !== undefined;
    if (exists) await this.visibility.require(principal, [unitKey], 'key');
    await this.visibility.require(principal, parent === null ? null : [parent], 'parent');
  }
}
