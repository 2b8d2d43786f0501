import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

const GATHER_MS = 60;
const HEARTBEAT_MS = 15_000;

/** Tells open pages what changed, as server-sent events: which thing, not what it is now. A burst is told once. */
export class LivePages {
  readonly #pages = new Set<ServerResponse>();
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** @param what such as `mail`, `sms +97250…`, `call CA…` */
  changed(what: string): void {
    if (this.#pages.size === 0) return;
    this.#waiting.add(what);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS).unref();
  }

  mount(fastify: FastifyInstance): void {
    fastify.get('/sandbox/live', (request, reply) => {
      reply.hijack();
      const page = reply.raw;
      page.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      page.write('retry: 1000\n\n');
      this.#pages.add(page);
      const beat = setInterval(() => page.write(':\n\n'), HEARTBEAT_MS);
      beat.unref();
      request.raw.on('close', () => {
        clearInterval(beat);
        this.#pages.delete(page);
      });
    });
    // A server that closes waits for its connections, and these never end by themselves.
    fastify.addHook('preClose', (done) => {
      clearTimeout(this.#timer);
      for (const page of this.#pages) page.end();
      done();
    });
  }

  #flush(): void {
    this.#timer = undefined;
    const event = `data: ${JSON.stringify([...this.#waiting])}\n\n`;
    this.#waiting.clear();
    for (const page of this.#pages) page.write(event);
  }
}
