import { Controller, Delete, HttpCode, Param, Query } from '@nestjs/common';
import { instant, key } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { z } from 'zod';
import { Visibility } from '../visibility.ts';
import { CloseUnitHandler } from './handler.ts';

const closeQuery = z.object({
  into: key.optional().describe('The unit that takes its place: answers until then stay where they were on the tree as it was, and count for this one on the tree as it is'),
  validFrom: instant.optional().describe('From when on it has been part of `into`; now unless given'),
}).refine(({ into, validFrom }) => into !== undefined || validFrom === undefined, { path: ['validFrom'], message: 'belongs to into' });

@Controller()
export class CloseUnitController {
  constructor(private readonly handler: CloseUnitHandler, private readonly visibility: Visibility) {}

  @Delete('/v1/units/:key')
  @HttpCode(204)
  @Requires('catalog:write')
  @Describe({
    summary: 'Close a business unit',
    description: 'It keeps its history. Units below it must be closed or moved first. With `into` it is merged: it hangs below that unit from then on. The same call again changes nothing.',
    params: { key: { description: 'The unit', example: 'haifa-1' } },
    query: closeQuery,
    answers: { 204: { description: 'It is closed' }, 400: { description: '`into` is unknown, closed, or the unit itself' }, 409: { description: 'Open units hang below it' } },
  })
  async close(@Param('key') given: string, @Query() query: unknown, @CurrentPrincipal() principal: Principal): Promise<void> {
    const unitKey = parseParam(key, 'key', given);
    const { into, validFrom } = parseQuery(closeQuery, query);
    await this.visibility.require(principal, [unitKey], 'key');
    if (into !== undefined) await this.visibility.require(principal, [into], 'into');
    await this.handler.handle(unitKey, new Date(), into === undefined ? undefined : { into, from: validFrom === undefined ? undefined : new Date(validFrom) });
  }
}
