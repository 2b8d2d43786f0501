import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Access } from './access.ts';

export interface DeclaredRoute {
  method: string;
  url: string;
  /** null: it declares nothing, and the guard refuses it. */
  access: Access | null;
}

const tables = new WeakMap<object, DeclaredRoute[]>();

/** Notes every route that is registered from now on. Call before any route exists. */
export function observeRoutes(fastify: FastifyInstance): void {
  const table: DeclaredRoute[] = [];
  tables.set(fastify, table);
  fastify.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) table.push({ method, url: route.url, access: route.config?.access ?? null });
  });
}

/** The real route table of a started application: controllers and routes registered directly, with what each declares. */
export function declaredRoutes(app: Pick<INestApplication, 'getHttpAdapter'>): DeclaredRoute[] {
  const table = tables.get(app.getHttpAdapter().getInstance() as object);
  if (!table) throw new Error('The application was not started by @candor/service');
  return table;
}

/** The routes that declare nothing, as `GET /path`: a test of every service expects none. */
export function undeclaredRoutes(app: Pick<INestApplication, 'getHttpAdapter'>): string[] {
  return declaredRoutes(app).filter(({ access }) => access === null).map(({ method, url }) => `${method} ${url}`);
}
