import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseParam, Problem, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readRecording } from './recording.repository.ts';

@Controller('v1/recordings')
export class RecordingsController {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  @Get(':id')
  @Requires('responses:read')
  @Describe({
    summary: 'A reason as it was spoken',
    description: 'The sound of what a customer said in a call after the score, recorded with their consent. `recording.id` of an answer leads here.',
    params: { id: { description: 'As in the answer', example: '019ab1c2-7d3e-7f00-8a1b-2c3d4e5f6071' } },
    answers: { 200: { description: 'The sound (audio/wav)' }, 404: { description: 'Not known, erased, not fetched yet, of an anonymous programme, or of a unit that is not yours' } },
  })
  async one(@Param('id') given: string, @CurrentPrincipal() principal: Principal, @Res() reply: FastifyReply): Promise<void> {
    const recording = await readRecording(this.dataSource, parseParam(z.uuid(), 'id', given));
    const visible = this.catalog.visible(principal);
    // A voice says who it is.
    const anonymous = recording && (this.catalog.programme(recording.programme)?.anonymous ?? true);
    if (!recording || anonymous || (visible && !visible.has(recording.unit))) throw unknown();
    void reply.headers({ 'cache-control': 'private, no-store', 'content-disposition': 'inline; filename="reason.wav"', 'x-content-type-options': 'nosniff' }).type(recording.contentType).send(recording.audio);
  }
}

const unknown = (): Problem => new Problem({ status: 404, code: 'RECORDING.UNKNOWN', title: 'There is no such recording', detail: 'It is not known, was erased, is still to be fetched, or belongs to a unit that is not yours' });
