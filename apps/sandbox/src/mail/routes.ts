import { pageOf, pageQuery, parseBody, parseQuery, Problem, decodeCursor } from '@candor/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { messageOf, summaryOf } from './message.ts';
import type { Mailbox, StoredMail } from './mailbox.ts';
import { RETURNS, type ReturnKind } from './returns/reports.ts';
import type { Returns } from './returns/returns.ts';
import { smsMessageOf } from '../sms/routes.ts';
import type { Texts } from '../sms/texts.ts';

const listQuery = z.object({ ...pageQuery, channel: z.enum(['email', 'sms']).optional(), to: z.string().max(320).optional() });
const bounceBody = z.object({ kind: z.enum(Object.keys(RETURNS) as [ReturnKind, ...ReturnKind[]]).default('hard') });
const position = z.number().int();

/** Nothing of a mail may run or load on our own origin: it is shown as a mail program would. */
const MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; font-src https: data:";

/** The mailbox over HTTP: whole messages for scripts, summaries and rendered mails for the page. */
export function mailRoutes(fastify: FastifyInstance, mailbox: Mailbox, texts: Texts, returns: Returns): void {
  const before = ({ cursor }: z.infer<typeof listQuery>): number | undefined => (cursor === undefined ? undefined : decodeCursor(position, cursor));
  const pageFrom = (query: z.infer<typeof listQuery>): StoredMail[] => mailbox.find({ to: query.to, before: before(query), limit: query.limit + 1 });
  const found = (request: FastifyRequest<{ Params: { id: string } }>): StoredMail => {
    const mail = /^\d{1,15}$/.test(request.params.id) ? mailbox.get(Number(request.params.id)) : undefined;
    if (!mail) throw new Problem({ status: 404, code: 'MESSAGE.NOT_FOUND', title: 'There is no such message', detail: 'Only the newest messages are kept' });
    return mail;
  };

  fastify.get('/sandbox/messages', async (request) => {
    const query = parseQuery(listQuery, request.query);
    if (query.channel === 'sms') return pageOf(texts.delivered({ number: query.to, before: before(query), limit: query.limit + 1 }), query.limit, smsMessageOf, ({ id }) => id);
    const page = pageOf(pageFrom(query), query.limit, (mail) => mail, ({ id }) => id);
    return { data: await Promise.all(page.data.map(messageOf)), next: page.next };
  });
  fastify.get('/sandbox/inbox', async (request) => {
    const query = parseQuery(listQuery, request.query);
    const page = pageOf(pageFrom(query), query.limit, (mail) => mail, ({ id }) => id);
    return { data: await Promise.all(page.data.map(summaryOf)), next: page.next, total: mailbox.size };
  });
  fastify.get<{ Params: { id: string } }>('/sandbox/messages/:id', (request) => messageOf(found(request)));
  fastify.post<{ Params: { id: string } }>('/sandbox/messages/:id/bounce', async (request, reply) => {
    const { kind } = parseBody(bounceBody, request.body ?? {});
    await returns.bounce(found(request), kind);
    return reply.code(202).send({ returned: kind });
  });
  fastify.post<{ Params: { id: string } }>('/sandbox/messages/:id/complain', async (request, reply) => {
    await returns.complain(found(request));
    return reply.code(202).send({ complained: true });
  });
  fastify.get<{ Params: { id: string } }>('/sandbox/messages/:id/html', async (request, reply) => {
    const { html, text } = await messageOf(found(request));
    const shown = html || `<pre style="white-space:pre-wrap;font:15px/1.5 system-ui,sans-serif;padding:16px">${text.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</pre>`;
    // Links leave the frame; a mail may not navigate the page it is shown in.
    return reply.type('text/html; charset=utf-8').header('content-security-policy', MAIL_POLICY).send(withTargets(shown));
  });
}

function withTargets(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
}
