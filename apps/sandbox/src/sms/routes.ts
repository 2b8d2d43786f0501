import { parseBody, Problem } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { linksOf } from '../mail/message.ts';
import type { SmsExchange } from './exchange.ts';
import { isNumber, numberOf } from './numbers.ts';
import type { Text, Texts } from './texts.ts';

const number = z.string().max(40).transform(numberOf).refine(isNumber, 'must be a phone number with its country code, such as +972501234567');
const writing = z.object({ from: number, text: z.string().min(1).max(1_600), to: number.optional() });

/** As the API shows a delivered message; the fields of a mail are there too, so that scripts read both alike. */
export function smsMessageOf(text: Text): object {
  return {
    id: `sms-${text.id}`, channel: 'sms', at: text.at.toISOString(), to: text.number, from: text.sender, text: text.text, links: linksOf('', text.text), status: text.status,
    segments: text.segments, via: text.via, headers: {}, html: '', raw: text.text,
  };
}

const shown = ({ id, at, direction, sender, text, status, segments, via }: Text): object => ({ id, at, direction, sender, text, status, segments, via, links: linksOf('', text) });

/** The handsets over HTTP: what a customer writes, and conversations for the page. */
export function smsRoutes(fastify: FastifyInstance, texts: Texts, exchange: SmsExchange): void {
  fastify.post('/sandbox/sms', async (request, reply) => {
    const { from, text, to } = parseBody(writing, request.body);
    const sent = await exchange.write(from, text, to);
    return reply.code(202).send({ id: `sms-${sent.id}`, from: sent.number, to: sent.sender, via: sent.via, status: sent.status });
  });
  fastify.get<{ Querystring: { number?: string } }>('/sandbox/handsets', (request) => ({
    data: texts.conversations(60, (request.query.number ?? '').replace(/\D/g, '')).map((one) => ({ number: one.number, count: one.count, last: shown(one.last) })),
  }));
  fastify.get<{ Params: { number: string } }>('/sandbox/handsets/:number', (request) => {
    const wanted = numberOf(request.params.number);
    if (!isNumber(wanted)) throw new Problem({ status: 400, code: 'SMS.NOT_A_NUMBER', title: 'That is no phone number' });
    return { number: wanted, data: texts.conversation(wanted).map(shown) };
  });
}
