import { CurrentPrincipal, decodeCursor, Describe, invalidInput, notFound, pageOf, parseParam, parseQuery, Problem, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CSV, NDJSON, readRows } from '../file/read-rows.ts';
import { COLUMNS, comparable, entryExample, entryRequest, fileQuery, readEntry } from './entry.ts';
import { EXCLUSION_KINDS } from './exclusion.ts';
import { forAllUnits } from './for-all-units.ts';
import { addExclusions, findInForce, listExclusions, removeExclusion } from './exclusion.repository.ts';
import { loadFile, type Loaded } from './load-file.ts';
import { EXAMPLE, exclusionPage, exclusionsQuery, exclusionView, viewOf, type ExclusionView } from './view.ts';

const removeQuery = z.object({ note: fileQuery.shape.note.unwrap() });

/**
 * Who is never asked: the do-not-contact list, the deceased, minors, those in litigation. Nobody whose results are measured has the right to it (domain 2.6), and each
 * entry keeps who made it, and why.
 */
@Controller('v1/exclusions')
export class ExclusionsController {
  constructor(private readonly dataSource: DataSource) {}

  @Post()
  @Requires('exclusions:write')
  @Describe({
    summary: 'Exclude somebody from all surveys',
    description: 'One entry as JSON, or a file of any length as `text/csv` (columns `customer`, `email`, `phone`, `reason`, `note`, with a header line) or `application/x-ndjson`. '
      + 'For a file `?reason=` and `?note=` hold for rows that say none, and the answer is 200 with `{ rows, accepted, duplicates, refusedRows, refused: [{ line, code, errors }] }`, the first 1,000 refused rows named. '
      + 'The same again changes nothing. It holds at once, for messages that were decided upon and not sent too; their interactions end as `excluded`.',
    query: fileQuery,
    body: { schema: entryRequest, example: entryExample },
    answers: {
      201: { description: 'They are excluded', schema: exclusionView, example: EXAMPLE },
      200: { description: 'They were already, for that reason; for a file: what became of its rows', schema: exclusionView, example: EXAMPLE },
      400: { description: 'A field is wrong; of a file: its header' },
      403: { description: 'The right is missing, or the key is limited to units' },
    },
  })
  async add(@CurrentPrincipal() principal: Principal, @Query() query: unknown, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<ExclusionView | Loaded> {
    forAllUnits(principal);
    const who = { subject: principal.subject, name: principal.name };
    if (body instanceof Readable) {
      const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
      if (type !== CSV && type !== NDJSON) throw wrongType();
      reply.code(200);
      return loadFile(this.dataSource, readRows(type, body, COLUMNS), parseQuery(fileQuery, query), who, new Date());
    }
    if (typeof body === 'string') throw wrongType();
    parseQuery(z.object({}), query);
    const read = readEntry(body);
    if (!read.ok) throw invalidInput(read.errors);
    const [added] = await addExclusions(this.dataSource, [read.entry], who, new Date());
    reply.code(added ? 201 : 200);
    return viewOf(added ?? (await findInForce(this.dataSource, read.entry))!);
  }

  @Get()
  @Requires('exclusions:write')
  @Describe({
    summary: 'Who is excluded, by whom and why', description: 'Newest first; of one customer, address or reason, or all.', query: exclusionsQuery,
    answers: { 200: { description: 'A page of entries', schema: exclusionPage, example: { data: [EXAMPLE], next: null } } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<Page<ExclusionView>> {
    forAllUnits(principal);
    const { limit, cursor, reason, removed, ...subject } = parseQuery(exclusionsQuery, query);
    const named = EXCLUSION_KINDS.filter((kind) => subject[kind] !== undefined);
    if (named.length > 1) throw invalidInput([{ field: named[1]!, message: 'is one too many: ask for a customer, an email or a phone' }]);
    const [kind] = named;
    const value = kind && comparable(kind, subject[kind]!);
    if (value === null) throw invalidInput([{ field: kind!, message: 'is no address that can be used' }]);
    const before = cursor === undefined ? null : decodeCursor(z.uuid(), cursor);
    return pageOf(await listExclusions(this.dataSource, { kind, value, reason, removed, before, limit: limit + 1 }), limit, viewOf, (row) => row.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('exclusions:write')
  @Describe({
    summary: 'Take an exclusion back', description: 'It stays on record with who took it back and why. Again changes nothing.',
    params: { id: { description: 'The entry', example: EXAMPLE.id } }, query: removeQuery,
    answers: { 204: { description: 'It holds no longer' }, 400: { description: 'The note is missing' }, 404: { description: 'There is no such entry' } },
  })
  async remove(@CurrentPrincipal() principal: Principal, @Param('id') given: string, @Query() query: unknown): Promise<void> {
    forAllUnits(principal);
    const id = parseParam(z.uuid(), 'id', given);
    const { note } = parseQuery(removeQuery, query);
    if (!(await removeExclusion(this.dataSource, id, note, { subject: principal.subject, name: principal.name }, new Date()))) throw notFound('exclusion', id);
  }
}

const wrongType = (): Problem => new Problem({ status: 415, code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here', detail: `Send application/json, ${CSV} or ${NDJSON}` });
