import Fastify, { type FastifyInstance } from 'fastify';
import formbody from '@fastify/formbody';
import nodemailer from 'nodemailer';

/** As much of the platform as the sandbox meets: it takes what is put and posted, sends an invitation for each interaction, and takes answers. */
export class FakePlatform {
  readonly put = new Map<string, unknown>();
  readonly history = new Map<string, { answeredAt: string; score: number; unit: string }>();
  readonly interactions: { data: { touchpoint: string; customer: { email?: string; phone?: string; consent?: { voice?: boolean } } } }[] = [];
  /** What customers wrote, by number, and what they pressed and said in calls. */
  readonly texts = new Map<string, string[]>();
  readonly calls = new Map<string, string[]>();
  readonly answers = new Map<string, Record<string, string>[]>();
  smtpPort = 0;
  /** By token: pictures fetched, and pages that said somebody began. */
  readonly opened = new Set<string>();
  readonly started = new Set<string>();
  /** The sandbox's; where it is set, support is asked about by SMS and advisers by phone. */
  twilioUrl = '';
  #url = '';
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
      const { touchpoint, customer } = event.data;
      if (this.twilioUrl && touchpoint === 'support-call') await this.#order('Messages', customer.phone!, { Body: 'How was it? 0 to 10' });
      else if (this.twilioUrl && touchpoint === 'adviser-meeting' && customer.consent?.voice) await this.#order('Calls', customer.phone!, { Url: `${this.#url}/ask` });
      else if (event.data.customer.email) await this.#invite(event.data.customer.email, `t${this.interactions.length}`);
      return { accepted: 1, duplicates: 0 };
    });
    const heard = (kept: Map<string, string[]>, number: string, what: string): number => kept.set(number, [...(kept.get(number) ?? []), what]).get(number)!.length;
    fastify.post<{ Body: Record<string, string> }>('/v1/callbacks/twilio/sms', ({ body }, reply) =>
      reply.type('text/xml').send(heard(this.texts, body['From']!, body['Body']!) === 1 ? '<Response><Message>Why?</Message></Response>' : '<Response/>'));
    fastify.post('/ask', (_request, reply) => reply.type('text/xml').send('<Response><Gather numDigits="2" timeout="20" action="/scored"><Say>0 to 10?</Say></Gather></Response>'));
    fastify.post<{ Body: Record<string, string> }>('/scored', ({ body }, reply) => {
      heard(this.calls, body['To']!, body['Digits']!);
      return reply.type('text/xml').send('<Response><Record timeout="9" finishOnKey="#" action="/said"/></Response>');
    });
    fastify.post<{ Body: Record<string, string> }>('/said', ({ body }, reply) => {
      heard(this.calls, body['To']!, body['RecordingUrl']!);
      return reply.type('text/xml').send('<Response><Hangup/></Response>');
    });
    fastify.get('/r/:token', () => 'the page');
    fastify.get<{ Params: { token: string } }>('/o/:token', ({ params }) => {
      this.opened.add(params.token);
      return '';
    });
    fastify.post<{ Params: { token: string } }>('/r/:token/started', ({ params }) => {
      this.started.add(params.token);
      return '';
    });
    fastify.post<{ Params: { token: string }; Body: Record<string, string> }>('/r/:token', (request) => {
      const { token } = request.params;
      this.answers.set(token, [...(this.answers.get(token) ?? []), request.body]);
      return 'thanks';
    });
    return (this.#url = await fastify.listen({ port: 0, host: '127.0.0.1' }));
  }

  close(): Promise<void> {
    return this.#fastify.close();
  }

  async #order(what: 'Messages' | 'Calls', to: string, form: Record<string, string>): Promise<void> {
    await fetch(`${this.twilioUrl}/twilio/2010-04-01/Accounts/ACsandbox/${what}.json`, {
      method: 'POST', headers: { authorization: `Basic ${Buffer.from('ACsandbox:sandbox').toString('base64')}` }, body: new URLSearchParams({ To: to, From: '+972559700100', ...form }),
    });
  }

  async #invite(to: string, token: string): Promise<void> {
    const links = Array.from({ length: 11 }, (_, score) => `<a href="http://public.example/r/${token}?score=${score}">${score}</a>`).join('');
    await nodemailer.createTransport({ host: '127.0.0.1', port: this.smtpPort, ignoreTLS: true })
      .sendMail({ from: 'ask@meridian.example', to, subject: 'How was it?', html: `${links}<img src="http://public.example/o/${token}"><img src="https://elsewhere.example/o/logo">` }).catch(() => undefined);
  }
}

