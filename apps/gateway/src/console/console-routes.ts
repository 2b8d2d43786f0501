import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Problem } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { ownPageHeaders } from '../security-headers.ts';

const ANYBODY = { access: { public: 'the console is a program; its data needs a session' } };
/** Addresses that belong to programs: what is unknown there is an error, not a page. */
const NOT_PAGES = /^\/(v1|odata|auth|health|internal|metrics|docs|r|u|sandbox)(\/|$)/;
/** Built files carry a hash of their content in the name. */
const HASHED = /^\/assets\//;

/** The built console: its files, and for every other address its one page, which knows what to show there. */
export async function consoleRoutes(fastify: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder !== undefined) await fastify.register(fastifyStatic, { root: folder, serve: false });
  fastify.get('/*', { config: ANYBODY }, async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (NOT_PAGES.test(path)) throw nothingHere(path);
    if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
      throw new Problem({ status: 404, code: 'CONSOLE.NOT_BUILT', title: 'The console is not built', detail: 'Build it, and start the gateway with CONSOLE_DIR set to the folder' });
    }
    if (/\.[a-z0-9]+$/i.test(path)) {
      if (!existsSync(join(folder, path))) throw nothingHere(path);
      return reply.sendFile(path, HASHED.test(path) ? { maxAge: '365d', immutable: true } : { maxAge: 0 });
    }
    return reply.headers(ownPageHeaders).sendFile('index.html', { maxAge: 0 });
  });
}

const nothingHere = (path: string): Problem => new Problem({ status: 404, code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address', detail: path });
