import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { key } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Visibility } from '../visibility.ts';
import { CloseUnitHandler } from './handler.ts';

@Controller()
export class CloseUnitController {
  constructor(private readonly handler: CloseUnitHandler, private readonly visibility: Visibility) {}

  @Delete('/v1/units/:key')
  @HttpCode(204)
  @Requires('catalog:write')
  @Describe({
    summary: 'Close a business unit',
    description: 'It keeps its history. Units below it must be closed or moved first. Closing it again changes nothing.',
    params: { key: { description: 'The unit', example: 'haifa-1' } },
    answers: { 204: { description: 'It is closed' }, 409: { description: 'Open units hang below it' } },
  })
  async close(@Param('key') given: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const unitKey = parseParam(key, 'key', given);
    await this.visibility.require(principal, [unitKey], 'key');
    await this.handler.handle(unitKey, new Date());
  }
}
