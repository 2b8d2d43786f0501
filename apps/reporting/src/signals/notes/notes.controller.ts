import { CurrentPrincipal, Describe, parseBody, parseParam, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { noteBody, noteExample, noteSchema, notesQuery, notesShape, type NoteView } from './note.ts';
import { NotesService } from './notes.service.ts';

const ID = { id: { description: 'A UUID, chosen by whoever writes the note', example: noteExample.id } };
const id = z.uuid();

/** Notes on the time line. */
@Controller('/v1/notes')
export class NotesController {
  constructor(private readonly service: NotesService) {}

  @Get()
  @Requires('scores:read')
  @Describe({
    summary: 'What happened, noted on the time line', query: notesShape,
    answers: { 200: { description: 'By day', schema: z.object({ data: z.array(noteSchema) }), example: { data: [noteExample] } }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<{ data: NoteView[] }> {
    return { data: await this.service.list(principal, parseQuery(notesQuery, given)) };
  }

  @Put(':id')
  @Requires('scores:read')
  @Describe({
    summary: 'Note a market event or a change', description: 'With the right `cases:assign` or `responses:correct`; whoever is limited to units notes at one of them. The same call again changes nothing.',
    params: ID, body: { schema: noteBody, example: { day: noteExample.day, text: noteExample.text, kind: noteExample.kind, unit: noteExample.unit } },
    answers: { 200: { description: 'The note', schema: noteSchema, example: noteExample }, 400: { description: 'A field is wrong' }, 403: { description: 'The right is missing, or the unit is not among yours' } },
  })
  put(@CurrentPrincipal() principal: Principal, @Param('id') given: string, @Body() body: unknown): Promise<NoteView> {
    return this.service.put(principal, parseParam(id, 'id', given), parseBody(noteBody, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('scores:read')
  @Describe({ summary: 'Take a note away', params: ID, answers: { 204: { description: 'It is gone' }, 403: { description: 'The right is missing, or the unit is not among yours' }, 404: { description: 'There is none' } } })
  remove(@CurrentPrincipal() principal: Principal, @Param('id') given: string): Promise<void> {
    return this.service.remove(principal, parseParam(id, 'id', given));
  }
}
