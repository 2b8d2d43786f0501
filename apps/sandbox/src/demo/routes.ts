import { parseBody, Problem } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import type { Demo } from './demo.ts';
import { visitRequest } from './live/visit.ts';

/** What the demonstration is doing, and becoming a customer of it. */
export function demoRoutes(fastify: FastifyInstance, demo: Demo): void {
  fastify.get('/sandbox/demo', () => demo.status());
  fastify.post('/sandbox/visits', async (request) => {
    const body = parseBody(visitRequest, request.body);
    if (!body.email && !body.phone) throw new Problem({ status: 400, code: 'VISIT.NO_ADDRESS', title: 'Nobody can be asked', detail: 'Give an e-mail address or a phone number', errors: [{ field: 'email', message: 'is missing, and so is the phone' }] });
    return { said: await demo.visit(body) };
  });
}
