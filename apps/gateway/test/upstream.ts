import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A service as the gateway meets it: a plain HTTP server that notes what came and answers as told, an echo otherwise. */
export class Upstream {
  readonly seen: Seen[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #streams = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<Upstream> {
    const upstream = new Upstream();
    await upstream.listen(0);
    return upstream;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Answers this path once its body is read. */
  on(path: string, handler: Handler): void {
    this.#handlers.set(path, handler);
  }

  /** Answers this path as it likes, without the body having been read. */
  onStream(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): void {
    this.#streams.set(path, handler);
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => this.#server.once('error', reject).listen(port, '127.0.0.1', resolve));
  }

  /** Gone, with all its connections. It can listen again. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!;
    const stream = this.#streams.get(path);
    if (stream) return stream(request, response);
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    this.seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
    const handler = this.#handlers.get(path);
    if (handler) handler(request, response, body);
    else answerJson(response, 200, { method: request.method, url: request.url, length: body.length });
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body));
}
