import { PROXIED, type Upstream } from '../routing/routes.ts';

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description?: string };
  paths: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
  [member: string]: unknown;
}

/** One document of what can be reached through the front door, under the addresses it has there. */
export function mergeOpenApi(documents: ReadonlyMap<Upstream, OpenApi>, publicUrl: string): OpenApi {
  const merged: OpenApi = {
    openapi: '3.0.0',
    info: { title: 'Candor', version: '1', description: 'Net Promoter feedback: send interactions and answers, read scores, work cases, keep the catalogue.' },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths: {},
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, as `Authorization: Bearer <key>`' } } },
  };
  for (const [upstream, document] of documents) {
    for (const [path, operations] of Object.entries(document.paths)) {
      const outside = outsidePath(upstream, path);
      if (outside !== undefined) merged.paths[outside] = tagged(operations, upstream);
    }
    for (const [kind, parts] of Object.entries(document.components ?? {})) {
      if (kind !== 'securitySchemes') merged.components![kind] = { ...merged.components![kind], ...parts };
    }
  }
  return merged;
}

/** undefined: the gateway does not pass it on. */
function outsidePath(upstream: Upstream, path: string): string | undefined {
  for (const route of PROXIED) {
    const inside = route.rewrite ?? route.prefix;
    if (route.upstream === upstream && (path === inside || path.startsWith(`${inside}/`))) return route.prefix + path.slice(inside.length);
  }
  return undefined;
}

/** Operations under the name of their service; ids must be unique in the whole document, and all services have some in common. */
function tagged(operations: unknown, tag: string): unknown {
  const entries = Object.entries(operations as Record<string, { operationId?: string }>);
  return Object.fromEntries(entries.map(([method, operation]) => {
    if (Array.isArray(operation)) return [method, operation];
    const { operationId } = operation;
    return [method, { ...operation, ...(operationId === undefined ? {} : { operationId: `${tag}_${operationId}` }), tags: [tag] }];
  }));
}
