import { CurrentPrincipal, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Inject, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENTITY_SETS } from '../entity-sets/index.ts';
import type { EntitySet } from '../entity-sets/entity-set.ts';
import { described, describedCount } from './describe-set.ts';
import { metadataLevel, preferredPageSize } from './negotiate.ts';
import { ODataFilter } from './odata.filter.ts';
import { ODataService, PAGE } from './odata.service.ts';
import { readOptions, refuseUnknown } from './options.ts';
import { ODATA_ROOT, sendJson, VERSION, type ODataQuery } from './reply.ts';
import { writeSkipToken } from './skip-token.ts';

/** One controller for each entity set: what it requires stands at the route. */
export const ENTITY_SET_CONTROLLERS: Type[] = ENTITY_SETS.map(controllerOf);

function controllerOf(set: EntitySet): Type {
  @Controller()
  @UseFilters(ODataFilter)
  class EntitySetController {
    constructor(private readonly service: ODataService, @Inject(ODATA_ROOT) private readonly root: string) {}

    @Get(`/odata/${set.name}`)
    @Requires(set.scope)
    @described(set)
    async page(@CurrentPrincipal() principal: Principal, @Query() query: ODataQuery, @Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const options = readOptions(query, set);
      const level = metadataLevel(headers, query['$format']);
      const { size, applied } = preferredPageSize(headers['prefer'], PAGE);
      const { rows, count, next } = await this.service.page(principal, set, options, size);
      if (applied) void reply.header('preference-applied', `odata.maxpagesize=${size}`);
      const context = `${this.root}/$metadata#${set.name}${options.select ? `(${options.select.join(',')})` : ''}`;
      sendJson(reply, level, {
        ...(level === 'none' ? {} : { '@odata.context': context }), ...(count === null ? {} : { '@odata.count': count }), value: rows,
        ...(next ? { '@odata.nextLink': `${this.root}/${set.name}?${nextQuery(query, writeSkipToken(next.token), next.top)}` } : {}),
      });
    }

    @Get(`/odata/${set.name}/$count`)
    @Requires(set.scope)
    @describedCount(set)
    async count(@CurrentPrincipal() principal: Principal, @Query() query: ODataQuery, @Res() reply: FastifyReply): Promise<void> {
      refuseUnknown(Object.keys(query), ['$filter']);
      const count = await this.service.count(principal, set, readOptions(query, set));
      void reply.headers({ ...VERSION, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).send(String(count));
    }
  }
  // Names the routes in the OpenAPI document apart.
  Object.defineProperty(EntitySetController, 'name', { value: `OData${set.name}Controller` });
  return EntitySetController;
}

/** The same question for the next page. */
function nextQuery(query: Readonly<Record<string, unknown>>, token: string, top: number | null): string {
  const kept = Object.entries(query).filter(([name]) => !['$skip', '$top', '$skiptoken'].includes(name));
  const options = [...kept, ...(top === null ? [] : [['$top', top]]), ['$skiptoken', token]];
  return options.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
}
