import { CurrentPrincipal, Describe, notFound, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { fileOf } from '../../file/file-of.ts';
import { findImport } from '../../file/import.repository.ts';
import { NDJSON } from '../../file/read-rows.ts';
import { received, receiveFile, type Received } from '../../file/receive-file.ts';
import { Loops } from '../../timer/loops.ts';
import { entryExample, entryRequest, fileQuery } from '../entry.ts';
import { forAllUnits } from '../for-all-units.ts';
import { exclusionImportView, IMPORT_EXAMPLE, importViewOf, type ExclusionImportView } from './view.ts';

/** A list of exclusions by file, and how far a file has come. */
@Controller('v1/exclusions')
export class ImportExclusionsController {
  constructor(private readonly dataSource: DataSource, private readonly loops: Loops) {}

  @Post('import')
  @HttpCode(202)
  @Requires('exclusions:write')
  @Describe({
    summary: 'Bring a list of exclusions as a file',
    description: 'The same files as at `POST /v1/exclusions`, answered once the whole file is here: its rows are stored then, also if whoever sent it has gone, and `GET /v1/exclusions/imports/{id}` tells how far it is. '
      + 'A row that is refused does not touch the others. The same file again changes nothing.',
    query: fileQuery, body: { schema: entryRequest, example: entryExample, type: NDJSON },
    answers: {
      202: { description: 'The file is kept; its rows follow', schema: received, example: { import: IMPORT_EXAMPLE.id, status: 'running' } },
      400: { description: 'A query parameter is wrong' },
      403: { description: 'The right is missing, or the key is limited to units' },
      415: { description: 'Neither CSV nor NDJSON' },
    },
  })
  async take(@CurrentPrincipal() principal: Principal, @Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest): Promise<Received> {
    forAllUnits(principal);
    const { mediaType, file } = fileOf(request, body);
    const defaults = parseQuery(fileQuery, query);
    const now = new Date();
    return receiveFile(this.dataSource, this.loops, principal, { kind: 'exclusions', units: null, mediaType, asOf: now, defaults, now }, file);
  }

  @Get('imports/:id')
  @Requires('exclusions:write')
  @Describe({
    summary: 'How far a file of exclusions has come',
    description: 'Errors name line, field and reason, and repeat nothing of what stood there.',
    params: { id: { description: 'As answered to the file', example: IMPORT_EXAMPLE.id } },
    answers: { 200: { description: 'Counts and errors until now', schema: exclusionImportView, example: IMPORT_EXAMPLE }, 404: { description: 'There is no such file' } },
  })
  async progress(@CurrentPrincipal() principal: Principal, @Param('id') given: string): Promise<ExclusionImportView> {
    forAllUnits(principal);
    const id = parseParam(z.uuid(), 'id', given);
    const found = await findImport(this.dataSource, 'exclusions', id);
    if (!found) throw notFound('import', id);
    return importViewOf(found);
  }
}
