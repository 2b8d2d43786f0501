import { CatalogCopy } from '@candor/catalog-copy';
import { localDay } from '@candor/contracts';
import { CurrentPrincipal, decodeCursor, Describe, invalidInput, pageOf, pageQuery, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { ReadSelection } from '../scores/read-selection.ts';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';
import { WordsStore, type Words } from './words.store.ts';

const shape = singleShape.omit({ tree: true }).extend(pageQuery);
const query = shape.refine(forwards, LATER);
const position = z.tuple([localDay, z.string().max(64)]);
const page = z.object({ data: z.array(z.object({ comment: z.string(), language: z.string().nullable(), touchpoint: z.string(), unit: z.string(), day: z.string() })), next: z.string().nullable() });

@Controller()
export class GetWordsController {
  constructor(private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly store: WordsStore) {}

  @Get('/v1/scores/words')
  @Requires('responses:read')
  @Describe({
    summary: 'What was written in an anonymous programme',
    description: 'The comments of answers that were published, the newest day first, with the day, touchpoint and unit of the batch of at least five that they were published in, and without who wrote them, when, or with which score. '
      + 'Comments of other programmes are in `/v1/responses`. Units are those of the tree as it is.',
    query: shape,
    answers: {
      200: { description: 'A page', schema: page, example: { data: [{ comment: 'Nobody asks us what we think.', language: 'en', touchpoint: 'how-is-work', unit: 'haifa-1', day: '2026-11-22' }], next: null } },
      400: { description: 'A parameter is unknown or wrong, or the programme is not anonymous' }, 403: { description: 'A unit is not among yours' },
    },
  })
  async list(@CurrentPrincipal() principal: Principal, @Query() given: unknown): Promise<Page<Words>> {
    const { limit, cursor, descendants, from, to, ...named } = parseQuery(query, given);
    const { programme, touchpoints, units } = await this.selections.read(principal, named);
    if (!programme.anonymous) throw invalidInput([{ field: 'programme', message: `${programme.key} is not anonymous: what was written in it is in /v1/responses` }]);
    const visible = this.catalog.visible(principal);
    const wanted = units && (descendants ? [...this.catalog.withDescendants(units)] : units);
    const rows = await this.store.words({
      programme: programme.key, touchpoints, units: wanted ?? (visible && [...visible]), window: { from: from ?? null, to: to ?? null },
      after: cursor === undefined ? null : decodeCursor(position, cursor), limit: limit + 1,
    });
    return pageOf(rows, limit, ({ place: _place, ...words }) => words, ({ day, place }) => [day, place]);
  }
}
