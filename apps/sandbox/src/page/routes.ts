import { readFileSync } from 'node:fs';
import { Problem } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { deskPage } from './desk.ts';

const [CSS, SCRIPT] = ['text/css; charset=utf-8', 'text/javascript; charset=utf-8'];
const ASSETS: Record<string, string> = {
  'base.css': CSS, 'sign-in.css': CSS, 'mailbox.css': CSS, 'desk.css': CSS, 'devices.css': CSS,
  'dom.js': SCRIPT, 'desk.js': SCRIPT, 'mailbox.js': SCRIPT, 'handset.js': SCRIPT, 'phone.js': SCRIPT,
};

/** The page at /sandbox and its files. */
export function pageRoutes(fastify: FastifyInstance): void {
  fastify.get<{ Params: { name: string } }>('/sandbox/assets/:name', (request, reply) => {
    const { name } = request.params;
    const type = ASSETS[name];
    if (!type) throw new Problem({ status: 404, code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address' });
    return reply.type(type).header('cache-control', 'no-cache').send(readFileSync(new URL(`assets/${name}`, import.meta.url)));
  });
  const page = deskPage();
  for (const url of ['/sandbox', '/sandbox/']) {
    fastify.get(url, (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page));
  }
}
