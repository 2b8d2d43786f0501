import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';

export interface Received { path: string; form: Record<string, string>; signature: string }

/** The platform's side of webhooks: keeps what came, and answers what it is told to. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** By path; absent: 204. */
  readonly answers = new Map<string, (form: Record<string, string>) => string>();
  readonly #fastify: FastifyInstance = Fastify();

  async start(): Promise<string> {
    await this.#fastify.register(formbody);
    this.#fastify.post('/*', (request, reply) => {
      const form = request.body as Record<string, string>;
      this.received.push({ path: request.url, form, signature: String(request.headers['x-twilio-signature']) });
      const answer = this.answers.get(request.url.split('?', 1)[0]!);
      return answer ? reply.type('text/xml').send(answer(form)) : reply.code(204).send();
    });
    return this.#fastify.listen({ port: 0, host: '127.0.0.1' });
  }

  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path);
  }

  close(): Promise<void> {
    return this.#fastify.close();
  }
}
