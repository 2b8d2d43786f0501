import type { FastifyReply } from 'fastify';
import type { Level } from './negotiate.ts';

/** Injects the address of the OData service as the outside sees it. */
export const ODATA_ROOT = Symbol('ODATA_ROOT');

export type ODataQuery = Readonly<Record<string, unknown>>;

export const VERSION = { 'odata-version': '4.0' };

export function sendJson(reply: FastifyReply, level: Level, body: unknown): void {
  void reply.headers({ ...VERSION, 'content-type': `application/json;odata.metadata=${level};charset=utf-8`, 'cache-control': 'no-store' }).send(JSON.stringify(body));
}
