import { CurrentPrincipal, Describe, forbidden, notFound, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Inject, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ENTITY_SETS } from '../entity-sets/index.ts';
import { readKey } from './key.ts';
import { metadataXml, serviceDocument } from './metadata.ts';
import { metadataLevel } from './negotiate.ts';
import { ODataFilter } from './odata.filter.ts';
import { ODataService } from './odata.service.ts';
import { readOptions, refuseUnknown } from './options.ts';
import { ODATA_ROOT, sendJson, VERSION, type ODataQuery } from './reply.ts';

const options = z.object({ $format: z.string().optional() });
const documentSchema = z.object({ '@odata.context': z.string().optional(), value: z.array(z.object({ name: z.string(), kind: z.string(), url: z.string() })) });

/** OData 4.0 for Power BI, Excel and Tableau: what there is. */
@Controller()
@UseFilters(ODataFilter)
export class ODataController {
  constructor(@Inject(ODATA_ROOT) private readonly root: string, private readonly service: ODataService) {}

  @Get('/odata')
  @Requires('scores:read')
  @Describe({ summary: 'The OData service document', query: options, answers: { 200: { description: 'The entity sets', schema: documentSchema, example: serviceDocument('http://localhost:8080/odata') } } })
  document(@Query() query: ODataQuery, @Req() { headers }: FastifyRequest, @Res() reply: FastifyReply): void {
    refuseUnknown(Object.keys(query), ['$format']);
    sendJson(reply, metadataLevel(headers, query['$format']), serviceDocument(this.root));
  }

  /** `Answers('a-1')`: no pattern of a route tells where its key ends. Everything else below `/odata/` that is something has a route of its own. */
  @Get('/odata/*')
  @Requires()
  @Describe({
    summary: 'OData: one entity by its key', description: 'Needs the right that its entity set needs. With nothing after the slash it is the service document, which some clients ask for so.',
    params: { path: { description: 'The entity set, with the key in brackets', example: "Answers('call-2026-11-22-0042')" } }, query: options.extend({ $select: z.string().optional() }),
    answers: { 200: { description: 'The entity', schema: z.record(z.string(), z.unknown()), example: { '@odata.context': 'http://localhost:8080/odata/$metadata#Units(key,name)/$entity', key: 'haifa-1', name: 'Haifa Port' } }, 404: { description: 'There is none, or it is not yours' } },
  })
  async entity(@CurrentPrincipal() principal: Principal, @Query() query: ODataQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { headers } = request;
    const asked = decodeURIComponent(request.url.split('?', 1)[0]!.slice('/odata/'.length));
    if (asked === '') {
      if (!principal.scopes.includes('scores:read')) throw forbidden(['scores:read']);
      return this.document(query, request, reply);
    }
    const [, name, key] = /^([A-Za-z]+)\((.*)\)$/s.exec(asked) ?? [];
    const set = ENTITY_SETS.find((one) => one.name === name);
    if (!set) throw notFound('resource', asked);
    if (!principal.scopes.includes(set.scope)) throw forbidden([set.scope]);
    refuseUnknown(Object.keys(query), ['$select', '$format']);
    const wanted = { ...readOptions(query, set), filter: readKey(key!, set) };
    const level = metadataLevel(headers, query['$format']);
    const { rows } = await this.service.page(principal, set, wanted, 1);
    if (!rows[0]) throw notFound('resource', asked);
    const selected = wanted.select ? `(${wanted.select.join(',')})` : '';
    sendJson(reply, level, { ...(level === 'none' ? {} : { '@odata.context': `${this.root}/$metadata#${set.name}${selected}/$entity` }), ...rows[0] });
  }

  @Get('/odata/$metadata')
  @Requires('scores:read')
  @Describe({ summary: 'The entity data model (CSDL XML)', query: options, answers: { 200: { description: 'The model', type: 'application/xml', example: '<edmx:Edmx Version="4.0" ...' } } })
  metadata(@Query() query: ODataQuery, @Res() reply: FastifyReply): void {
    refuseUnknown(Object.keys(query), ['$format']);
    void reply.headers({ ...VERSION, 'content-type': 'application/xml; charset=utf-8' }).send(metadataXml());
  }
}
