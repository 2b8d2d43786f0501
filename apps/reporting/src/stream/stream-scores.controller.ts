import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { key, MEASURES } from '@candor/contracts';
import { bearerOf, CurrentPrincipal, Describe, EventStream, listOf, parseQuery, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { ChangedFigure } from '../score-cells/upsert-cells.ts';
import { ScoreChanges, type Changes } from './score-changes.ts';
import { ScoreFeed } from './score-feed.ts';

const query = z.object({
  programme: key.optional(), measure: z.enum(MEASURES).optional(), touchpoint: listOf(key).optional(), unit: listOf(key).optional(),
});
type StreamQuery = z.output<typeof query>;

const EXAMPLE = 'event: score\nid: 1042\ndata: {"programme":"transactional","measure":"nps","touchpoint":"branch-visit","unit":"haifa-1","asOf":"2026-11-22T12:05:00.120Z"}\n\n';

@Controller()
export class StreamScoresController implements OnModuleDestroy {
  readonly #streams = new Set<EventStream>();

  constructor(
    private readonly feed: ScoreFeed, private readonly changes: ScoreChanges, private readonly catalog: CatalogCopy,
  ) {}

  /** Before the server closes: it waits for answers in progress, and a stream has no end of its own. */
  onModuleDestroy(): void {
    for (const stream of this.#streams) stream.end();
  }

  @Get('/v1/scores/stream')
  @Requires('scores:read')
  @Describe({
    summary: 'Hear which scores have changed (server-sent events)',
    description: '`ready` comes first: read the scores after it and you miss nothing. Then `score` for each unit (ancestors too) and touchpoint whose figure has changed, several changes as one; `reset` when so much has '
      + 'changed that everything should be read again. Anonymous programmes are not told live. The stream ends with your token; come back with `Last-Event-ID` (browsers do) and it goes on where it was.',
    query,
    answers: { 200: { description: 'The stream', type: 'text/event-stream', example: EXAMPLE }, 400: { description: 'A parameter is unknown or wrong' }, 403: { description: 'A unit is not among yours' } },
  })
  async stream(@CurrentPrincipal() principal: Principal, @Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = parseQuery(query, given);
    await requireNamed(this.catalog, principal, asked);
    const { exp } = decodeJwt(bearerOf(request.headers.authorization)!);

    const early: Changes[] = [];
    let tell = (changes: Changes): void => void early.push(changes);
    const { from, end } = await this.feed.follow((changes) => tell(changes));
    const resumeAt = /^\d{1,18}$/.exec(String(request.headers['last-event-id'] ?? ''))?.[0];
    const missed = resumeAt === undefined ? undefined : await this.changes.since(BigInt(resumeAt)).catch(() => ({ figures: [], to: from, asOf: null, tooMany: true }));

    const stream = new EventStream(reply, new Date((exp ?? 0) * 1000), new Date());
    this.#streams.add(stream);
    stream.onEnd(() => this.#streams.delete(stream));
    stream.onEnd(end);
    stream.send('ready', {}, missed ? undefined : String(from));
    tell = (changes) => this.#tell(stream, principal, asked, changes);
    for (const changes of [missed, ...early]) if (changes) tell(changes);
  }

  #tell(stream: EventStream, principal: Principal, asked: StreamQuery, { figures, to, asOf, tooMany }: Changes): void {
    if (tooMany) return stream.send('reset', {}, String(to));
    const visible = this.catalog.visible(principal);
    const theirs = figures.filter((figure) => (visible === null || visible.has(figure.unit)) && wanted(asked, figure) && !this.#anonymous(figure));
    // The place to go on from stands at the end: who is cut off before it hears all of them again.
    theirs.forEach((figure, index) => stream.send('score', { ...figure, asOf }, index === theirs.length - 1 ? String(to) : undefined));
  }

  /** Told live, single answers could be told apart (domain 9.4); so could those of a programme that is not known yet. */
  #anonymous({ programme }: ChangedFigure): boolean {
    return this.catalog.programme(programme)?.anonymous ?? true;
  }
}

const wanted = ({ programme, measure, touchpoint, unit }: StreamQuery, figure: ChangedFigure): boolean =>
  (programme === undefined || figure.programme === programme) && (measure === undefined || figure.measure === measure)
  && (touchpoint?.includes(figure.touchpoint) ?? true) && (unit?.includes(figure.unit) ?? true);
