import Fastify, { type FastifyInstance } from 'fastify';
import formbody from '@fastify/formbody';
import nodemailer from 'nodemailer';

/** As much of the platform as the sandbox meets: it takes what is put and posted, sends an invitation for each interaction, and takes answers. */
export class FakePlatform {
  readonly put = new Map<string, unknown>();
  readonly history = new Map<string, { answeredAt: string; score: number; unit: string }>();
  readonly interactions: { data: { customer: { email?: string } } }[] = [];
  readonly answers = new Map<string, Record<string, string>[]>();
  smtpPort = 0;
  ready = true;
  readonly #fastify: FastifyInstance = Fastify({ bodyLimit: 64 * 1024 * 1024 });

  async start(): Promise<string> {
    const fastify = this.#fastify;
    await fastify.register(formbody);
    for (const type of ['application/x-ndjson', 'application/cloudevents+json']) fastify.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body));
    fastify.get('/health/ready', (_request, reply) => reply.code(this.ready ? 200 : 503).send({}));
    fastify.put<{ Params: { '*': string } }>('/v1/*', (request) => {
      this.put.set(request.params['*'], request.body);
      return {};
    });
    fastify.get<{ Params: { '*': string } }>('/v1/*', (request, reply) => {
      const path = request.params['*'];
      const known = this.put.get(path) ?? this.history.get(path.replace('responses/', ''));
      return known ? known : reply.code(404).send({});
    });
    fastify.post<{ Body: string }>('/v1/responses', (request) => {
      const lines = request.body.split('\n').map((line) => JSON.parse(line) as { id: string; answeredAt: string; score: number; unit: string });
      const fresh = lines.filter(({ id }) => !this.history.has(id));
      for (const line of lines) this.history.set(line.id, line);
      return { accepted: fresh.length, duplicates: lines.length - fresh.length, refused: [] };
    });
    fastify.post<{ Body: string }>('/v1/interactions', async (request) => {
      const event = JSON.parse(request.body) as FakePlatform['interactions'][number];
      this.interactions.push(event);
      if (event.data.customer.email) await this.#invite(event.data.customer.email, `t${this.interactions.length}`);
      return { accepted: 1, duplicates: 0 };
    });
    fastify.get('/r/:token', () => 'the page');
    fastify.post<{ Params: { token: string }; Body: Record<string, string> }>('/r/:token', (request) => {
      const { token } = request.params;
      this.answers.set(token, [...(this.answers.get(token) ?? []), request.body]);
      return 'thanks';
    });
    return fastify.listen({ port: 0, host: '127.0.0.1' });
  }

  close(): Promise<void> {
    return this.#fastify.close();
  }

  async #invite(to: string, token: string): Promise<void> {
    const links = Array.from({ length: 11 }, (_, score) => `<a href="http://public.example/r/${token}?score=${score}">${score}</a>`).join('');
    await nodemailer.createTransport({ host: '127.0.0.1', port: this.smtpPort, ignoreTLS: true })
      .sendMail({ from: 'ask@meridian.example', to, subject: 'How was it?', html: links }).catch(() => undefined);
  }
}

