import { decodeCursor, Describe, pageOf, pageQuery, parseParam, parseQuery, Requires, type Page } from '@candor/http';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DeadLetters, type DeadLetterDetail, type DeadLetterEntry } from './dead-letters.ts';

const entry = z.object({
  id: z.uuid(),
  consumer: z.string(),
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  kind: z.enum(['malformed', 'failed']),
  reason: z.string(),
  publishedAt: z.iso.datetime(),
  failedAt: z.iso.datetime(),
  replayedAt: z.iso.datetime().nullable(),
});
const detail = entry.extend({ key: z.string().nullable(), headers: z.record(z.string(), z.string()), value: z.string().nullable() });
const query = z.object({ ...pageQuery, consumer: z.string().optional(), topic: z.string().optional(), replayed: z.enum(['true', 'false']).default('false') });
const position = z.object({ failedAt: z.iso.datetime(), id: z.uuid() });

const example: DeadLetterEntry = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', consumer: 'cases', topic: 'nps.response.v1', partition: 3, offset: '1042', kind: 'malformed', reason: 'the value is not JSON',
  publishedAt: '2026-11-22T12:05:00.000Z', failedAt: '2026-11-22T12:05:00.020Z', replayedAt: null,
};
const full: DeadLetterDetail = { ...example, key: 'C-1042', headers: { ce_id: '1', ce_type: 'com.candor.response.recorded.v1' }, value: '{"id":' };
const params = { id: { description: 'The dead letter', example: example.id } };

/** Records that this service could not process: to look at, and to replay once the cause is gone. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @Requires('operate')
  @Describe({
    summary: 'Records that could not be processed, oldest first',
    query,
    answers: { 200: { description: 'A page of dead letters', schema: z.object({ data: z.array(entry), next: z.string().nullable() }), example: { data: [example], next: null } } },
  })
  async list(@Query() given: unknown): Promise<Page<DeadLetterEntry>> {
    const { limit, cursor, consumer, topic, replayed } = parseQuery(query, given);
    const after = cursor === undefined ? undefined : decodeCursor(position, cursor);
    const rows = await this.deadLetters.list({ consumer, topic, replayed: replayed === 'true', limit: limit + 1, after });
    return pageOf(rows, limit, (row) => row, ({ failedAt, id }) => ({ failedAt, id }));
  }

  @Get(':id')
  @Requires('operate')
  @Describe({ summary: 'One record with its contents', params, answers: { 200: { description: 'The record', schema: detail, example: full }, 404: { description: 'There is none' } } })
  get(@Param('id') id: string): Promise<DeadLetterDetail> {
    return this.deadLetters.get(parseParam(z.uuid(), 'id', id));
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Requires('operate')
  @Describe({
    summary: 'Hands the record to its handler again',
    params,
    answers: {
      200: { description: 'It was processed', schema: detail, example: { ...full, key: null, headers: {}, value: null, replayedAt: '2026-11-22T13:00:00.000Z' } },
      409: { description: 'It was replayed before' },
      422: { description: 'It still cannot be processed' },
    },
  })
  replay(@Param('id') id: string): Promise<DeadLetterDetail> {
    return this.deadLetters.replay(parseParam(z.uuid(), 'id', id));
  }
}
