import { Describe, notFound, Requires } from '@candor/http';
import { Controller, Get, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { metadataXml, serviceDocument } from './metadata.ts';
import { metadataLevel } from './negotiate.ts';
import { ODataFilter } from './odata.filter.ts';
import { refuseUnknown } from './options.ts';
import { ODATA_ROOT, sendJson, VERSION, type ODataRequest } from './reply.ts';

/** OData 4.0 for Power BI, Excel and Tableau: what there is. */
@Controller()
@UseFilters(ODataFilter)
export class ODataController {
  constructor(@Inject(ODATA_ROOT) private readonly root: string) {}

  @Get(['/odata', '/odata/*'])
  @Requires('scores:read')
  @Describe({ summary: 'The OData service document', answers: { 200: { description: 'The entity sets', example: serviceDocument('http://localhost:8080/odata') } } })
  document(@Req() request: ODataRequest, @Res() reply: FastifyReply): void {
    // The slash at the end is part of the address for some clients; everything below it that is something has a route of its own.
    const asked = request.url.split('?', 1)[0]!.slice('/odata/'.length);
    if (asked !== '') throw notFound('resource', decodeURIComponent(asked));
    refuseUnknown(Object.keys(request.query), ['$format']);
    sendJson(reply, metadataLevel(request.headers, request.query['$format']), serviceDocument(this.root));
  }

  @Get('/odata/$metadata')
  @Requires('scores:read')
  @Describe({ summary: 'The entity data model (CSDL XML)', answers: { 200: { description: 'The model', type: 'application/xml', example: '<edmx:Edmx Version="4.0" ...' } } })
  metadata(@Req() request: ODataRequest, @Res() reply: FastifyReply): void {
    refuseUnknown(Object.keys(request.query), ['$format']);
    void reply.headers({ ...VERSION, 'content-type': 'application/xml; charset=utf-8' }).send(metadataXml());
  }
}
