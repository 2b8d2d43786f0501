import { instant } from '@candor/contracts';
import { CurrentPrincipal, Describe, invalidInput, notFound, parseParam, parseQuery, Requires } from '@candor/http';
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
import { customerExample } from '../statement.ts';
import { COLUMNS } from './columns.ts';
import { EXAMPLE, importView, viewOf, type ImportView } from './view.ts';

const fileQuery = z.object({
  complete: z.enum(['true', 'false']).default('false').transform((text) => text === 'true').meta({ description: 'The file names every customer: whoever is not in it has left' }),
  asOf: instant.optional().meta({ description: 'When the file was written, if that was earlier: what became known since then holds against it' }),
});

/** The customer base by file, and how far a file has come. */
@Controller('v1')
export class ImportCustomersController {
  constructor(private readonly dataSource: DataSource, private readonly loops: Loops) {}

  @Post('customers/import')
  @HttpCode(202)
  @Requires('interactions:write')
  @Describe({
    summary: 'Bring the customer base as a file',
    description: `As \`text/csv\` with a header line (columns ${COLUMNS.map((name) => `\`${name}\``).join(', ')}, in any order; \`id\` and \`unit\` are needed; empty cells say nothing) or as \`application/x-ndjson\` `
      + '(each line what `PUT /v1/customers/{id}` takes, with `id`), of any length. Answered once the whole file is here; its rows are stored then, and `GET /v1/imports/{id}` tells how far it is. A row that is refused does not touch the others. '
      + 'The same file again changes nothing. With `complete=true` whoever the file does not name has left (of the units that the key may write to), unless a row was refused.',
    query: fileQuery, body: { schema: z.object({ id: z.string() }).loose(), example: { id: 'C-1042', ...customerExample }, type: NDJSON },
    answers: {
      202: { description: 'The file is kept; its rows follow', schema: received, example: { import: EXAMPLE.id, status: 'running' } },
      400: { description: 'A query parameter is wrong' },
      415: { description: 'Neither CSV nor NDJSON' },
    },
  })
  async take(@CurrentPrincipal() principal: Principal, @Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest): Promise<Received> {
    const { mediaType, file } = fileOf(request, body);
    const { asOf, complete } = parseQuery(fileQuery, query);
    const now = new Date();
    const at = asOf === undefined ? now : new Date(asOf);
    if (at > now) throw invalidInput([{ field: 'asOf', message: 'has not come yet' }]);
    return receiveFile(this.dataSource, this.loops, principal, { kind: 'customers', units: principal.units, mediaType, asOf: at, complete, now }, file);
  }

  @Get('imports/:id')
  @Requires('interactions:write')
  @Describe({
    summary: 'How far a file of customers has come',
    description: 'Errors name line, field and reason, and repeat nothing of what stood there. A key or person that is limited to units sees its own files.',
    params: { id: { description: 'As answered to the file', example: EXAMPLE.id } },
    answers: { 200: { description: 'Counts and errors until now', schema: importView, example: EXAMPLE }, 404: { description: 'There is no such file' } },
  })
  async progress(@Param('id') given: string, @CurrentPrincipal() principal: Principal): Promise<ImportView> {
    const id = parseParam(z.uuid(), 'id', given);
    const found = await findImport(this.dataSource, 'customers', id);
    if (!found || (principal.units !== null && found.row.subject !== principal.subject)) throw notFound('import', id);
    return viewOf(found);
  }
}
