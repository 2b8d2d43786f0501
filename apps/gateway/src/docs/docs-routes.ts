import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Upstream } from '../routing/routes.ts';
import { ownPageHeaders } from '../security-headers.ts';
import { mergeOpenApi, type OpenApi } from './merge-openapi.ts';

const ANYBODY = { access: { public: 'the documentation holds no data' } };
const ASSETS = join(import.meta.dirname, 'assets');
const PAGE = { '/docs': ['index.html', 'text/html'], '/docs/docs.js': ['docs.js', 'text/javascript'], '/docs/docs.css': ['docs.css', 'text/css'] } as const;

/** The API as one document, and a page that reads it. Both come from here: the page works without the internet. */
export function docsRoutes(fastify: FastifyInstance, addresses: ReadonlyMap<Upstream, string>, publicUrl: string): void {
  fastify.get('/openapi.json', { config: ANYBODY }, async (_request, reply) => {
    const documents = new Map<Upstream, OpenApi>();
    const missing: string[] = [];
    await Promise.all([...addresses].filter(([name]) => name !== 'sandbox').map(async ([name, address]) => {
      const document = await documentOf(address);
      if (document) documents.set(name, document);
      else missing.push(name);
    }));
    return reply.header('cache-control', 'no-cache').send({ ...mergeOpenApi(inOrder(documents, addresses), publicUrl), ...(missing.length > 0 ? { 'x-missing': missing.sort() } : {}) });
  });

  for (const [url, [file, type]] of Object.entries(PAGE)) {
    fastify.get(url, { config: ANYBODY }, async (_request, reply) =>
      reply.headers(ownPageHeaders).header('cache-control', 'no-cache').type(`${type}; charset=utf-8`).send(await readFile(join(ASSETS, file), 'utf8')));
  }
}

async function documentOf(address: string): Promise<OpenApi | undefined> {
  try {
    const answer = await fetch(`${address}/internal/openapi.json`, { signal: AbortSignal.timeout(3000) });
    return answer.ok ? ((await answer.json()) as OpenApi) : undefined;
  } catch {
    // It is said in the document which services are not in it.
    return undefined;
  }
}

function inOrder<T>(documents: ReadonlyMap<Upstream, T>, addresses: ReadonlyMap<Upstream, string>): Map<Upstream, T> {
  return new Map([...addresses.keys()].flatMap((name) => (documents.has(name) ? [[name, documents.get(name)!] as const] : [])));
}
