import type { FastifyReply } from 'fastify';

/** Proxies close what is silent. */
const HEARTBEAT_MS = 15_000;
/** Browsers come back after this long. */
const RETRY_MS = 300;
/** A reader that is this far behind is let go: it comes back and goes on where it was. */
const MOST_BUFFERED = 4 * 1024 * 1024;

/** One reader of server-sent events (WHATWG HTML, 9.2). Ends at `endsAt`, and when the reader goes or falls behind. */
export class EventStream {
  readonly #reply: FastifyReply;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #end: NodeJS.Timeout;
  readonly #onEnd: (() => void)[] = [];
  #open = true;

  constructor(reply: FastifyReply, endsAt: Date, now: Date) {
    this.#reply = reply;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no',
    });
    reply.raw.write(`retry: ${RETRY_MS}\n\n`);
    this.#heartbeat = setInterval(() => this.#write(': here\n\n'), HEARTBEAT_MS);
    this.#end = setTimeout(() => this.end(), Math.max(0, endsAt.getTime() - now.getTime()));
    reply.raw.on('close', () => this.end());
    reply.raw.on('error', () => this.end());
    // Whoever asks for the headers alone reads no events: kept open, it would wait for its answer until the token ends.
    if (reply.request.method === 'HEAD') this.end();
  }

  /** @param id where the reader goes on if it is cut off after this event */
  send(event: string, data: unknown, id?: string): void {
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  onEnd(fn: () => void): void {
    if (this.#open) this.#onEnd.push(fn);
    else fn();
  }

  end(): void {
    if (!this.#open) return;
    this.#open = false;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#end);
    this.#reply.raw.end();
    for (const fn of this.#onEnd) fn();
  }

  #write(text: string): void {
    if (!this.#open) return;
    this.#reply.raw.write(text);
    if (this.#reply.raw.writableLength > MOST_BUFFERED) {
      this.#reply.raw.destroy();
      this.end();
    }
  }
}
