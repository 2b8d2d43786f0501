import { CatalogCopy } from '@candor/catalog-copy';
import { bearerOf, CurrentPrincipal, Describe, EventStream, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Controller, Get, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { caseExample } from '../../case/read-cases/case.view.ts';
import { CaseFeed, type Seen } from '../case-feed.ts';
import { position } from '../changed-cases.ts';

@Controller()
export class StreamCasesController implements OnModuleDestroy {
  readonly #streams = new Set<EventStream>();

  constructor(private readonly feed: CaseFeed, private readonly catalog: CatalogCopy) {}

  /** Before the server closes: it waits for answers in progress, and a stream has no end of its own. */
  onModuleDestroy(): void {
    for (const stream of this.#streams) stream.end();
  }

  @Get('/v1/cases/stream')
  @Requires('cases:read')
  @Describe({
    summary: 'Follow tasks as they change (server-sent events)',
    description: '`ready` comes first: read the list after it and you miss nothing. Then `case` with the whole task, each time one of your units changes; `reset` when so much has changed that '
      + 'the list should be read again. A task may come twice: keep the higher `revision`. The stream ends with your token; come back with `Last-Event-ID` (browsers do) and it goes on where it was.',
    answers: { 200: { description: 'The stream', type: 'text/event-stream', example: `event: case\nid: 731:731:\ndata: {"id":"${caseExample.id}","revision":1,"status":"open"}\n\n` } },
  })
  async stream(@CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { exp } = decodeJwt(bearerOf(request.headers.authorization)!);
    const stream = new EventStream(reply, new Date((exp ?? 0) * 1000), new Date());
    this.#streams.add(stream);
    stream.onEnd(() => this.#streams.delete(stream));

    const early: Seen[] = [];
    let send = (seen: Seen): void => void early.push(seen);
    const { from, end } = await this.feed.follow((seen) => send(seen));
    stream.onEnd(end);
    const resumeAt = position.safeParse(request.headers['last-event-id']);
    const missed = resumeAt.success ? await this.feed.since(resumeAt.data).catch(() => ({ cases: [], to: from, tooMany: true })) : undefined;
    stream.send('ready', {}, missed ? undefined : from);
    send = (seen) => this.#tell(stream, principal, seen);
    for (const seen of [missed, ...early]) if (seen) send(seen);
  }

  #tell(stream: EventStream, principal: Principal, { cases, to, tooMany }: Seen): void {
    if (tooMany) return stream.send('reset', {}, to);
    const visible = this.catalog.visible(principal);
    const theirs = visible ? cases.filter(({ unit }) => visible.has(unit)) : cases;
    // The place to go on from stands at the end: who is cut off before it gets all of them again.
    theirs.forEach((one, index) => stream.send('case', one, index === theirs.length - 1 ? to : undefined));
  }
}
