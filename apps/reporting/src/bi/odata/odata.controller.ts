import { CurrentPrincipal, Describe, forbidden, notFound, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Inject, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENTITY_SETS } from '../entity-sets/index.ts';
import { readKey } from './key.ts';
import { metadataXml, serviceDocument } from './metadata.ts';
import { metadataLevel } from './negotiate.ts';
import { ODataFilter } from './odata.filter.ts';
import { ODataService } from './odata.service.ts';
import { readOptions, refuseUnknown } from './options.ts';
import { ODATA_ROOT, sendJson, VERSION, type ODataQuery } from './reply.ts';

/** OData 4.0 for Power BI, Excel and Tableau: what there is. */
@Controller()
@UseFilters(ODataFilter)
export class ODataController {
  constructor(@Inject(ODATA_ROOT) private readonly root: string, private readonly service: ODataService) {}

  @Get(['/odata', '/odata/*'])
  @Requires('scores:read')
  @Describe({ summary: 'The OData service document', answers: { 200: { description: 'The entity sets', example: serviceDocument('http://localhost:8080/odata') } } })
  async document(@CurrentPrincipal() principal: Principal, @Query() query: ODataQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // The slash at the end is part of the address for some clients; everything below it that is something has a route of its own, but for single entities.
    const asked = decodeURIComponent(request.url.split('?', 1)[0]!.slice('/odata/'.length));
    if (asked !== '') return this.#entity(principal, asked, query, request, reply);
    refuseUnknown(Object.keys(query), ['$format']);
    sendJson(reply, metadataLevel(request.headers, query['$format']), serviceDocument(this.root));
  }

  /** `Answers('a-1')`: no pattern of a route tells where its key ends. */
  async #entity(principal: Principal, asked: string, query: ODataQuery, { headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const [, name, key] = /^([A-Za-z]+)\((.*)\)$/s.exec(asked) ?? [];
    const set = ENTITY_SETS.find((one) => one.name === name);
    if (!set) throw notFound('resource', asked);
    if (!principal.scopes.includes(set.scope)) throw forbidden([set.scope]);
    refuseUnknown(Object.keys(query), ['$select', '$format']);
    const options = { ...readOptions(query, set), filter: readKey(key!, set) };
    const level = metadataLevel(headers, query['$format']);
    const { rows } = await this.service.page(principal, set, options, 1);
    if (!rows[0]) throw notFound('resource', asked);
    const selected = options.select ? `(${options.select.join(',')})` : '';
    sendJson(reply, level, { ...(level === 'none' ? {} : { '@odata.context': `${this.root}/$metadata#${set.name}${selected}/$entity` }), ...rows[0] });
  }

  @Get('/odata/$metadata')
  @Requires('scores:read')
  @Describe({ summary: 'The entity data model (CSDL XML)', answers: { 200: { description: 'The model', type: 'application/xml', example: '<edmx:Edmx Version="4.0" ...' } } })
  metadata(@Query() query: ODataQuery, @Res() reply: FastifyReply): void {
    refuseUnknown(Object.keys(query), ['$format']);
    void reply.headers({ ...VERSION, 'content-type': 'application/xml; charset=utf-8' }).send(metadataXml());
  }
}
