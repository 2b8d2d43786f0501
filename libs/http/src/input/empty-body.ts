import type { FastifyInstance } from 'fastify';

const JSON_TYPE = /^application\/json\b/i;

/** Many clients call every POST JSON. Without a body that says nothing: a route that takes none goes on, one that needs one says that it is missing. */
export function allowEmptyBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ headers }) => {
    const bodiless = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (bodiless && JSON_TYPE.test(headers['content-type'] ?? '')) delete headers['content-type'];
  });
}
