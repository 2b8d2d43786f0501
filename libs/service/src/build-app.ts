import { isTransient } from '@candor/database';
import { allowEmptyBodies, answerBrokenRequest, answerErrors, correlateRequests, guardRoutes, observeRoutes, ProblemFilter, problemFrom, sendProblem, unavailable } from '@candor/http';
import { createVerifier } from '@candor/identity';
import { createLogger, ReadinessRegistry, type Logger } from '@candor/observability';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { connectConsumers } from './consumers.ts';
import { NestLogger } from './nest-logger.ts';
import { openApiOf } from './openapi.ts';
import type { ServiceOptions } from './options.ts';
import { addPlatformRoutes } from './platform-routes.ts';
import { PlatformModule } from './platform.module.ts';
import { measureRequests } from './request-metrics.ts';

/** Above the 60 s of common clients and proxies, so that it is never we who close a connection that is about to be used. */
const KEEP_ALIVE_MS = 65_000;
const BODY_LIMIT = 1024 * 1024;
/** Address and headers. The gateway keeps to Node's 16 KiB; behind it, what it adds of its own must find room. */
const HEAD_LIMIT = 64 * 1024;

export interface BuiltApp {
  app: NestFastifyApplication;
  logger: Logger;
}

/** The application with everything a service has, initialised and not yet listening. */
export async function buildApp(options: ServiceOptions): Promise<BuiltApp> {
  const { name, config, module, bodyLimit = BODY_LIMIT } = options;
  const logger = createLogger(name, config.LOG_LEVEL, options.logTo);
  const adapter = new FastifyAdapter({
    bodyLimit, keepAliveTimeout: KEEP_ALIVE_MS, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 2000 }, clientErrorHandler: answerBrokenRequest,
    http: options.guard ? {} : { maxHeaderSize: HEAD_LIMIT }, frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, problemFrom(error)),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  observeRoutes(fastify);
  correlateRequests(fastify);
  allowEmptyBodies(fastify);
  measureRequests(fastify, logger);
  guardOf(options)(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(PlatformModule.around(module, logger), adapter, {
    logger: new NestLogger(logger), abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(answerErrors(logger, (error) => options.translate?.(error) ?? (isTransient(error) && !isCallers(error) ? away(error) : undefined))));
  addPlatformRoutes(fastify, { readiness: () => app.get(ReadinessRegistry), openapi: openApiOf(app, name), operators: options.operators });
  await options.configure?.(app);
  if (options.consumers) connectConsumers(app);
  await app.init();
  return { app, logger };
}

/** A caller who hangs up in the middle of a body is no server of ours that is away, though the network says the same of both. */
const isCallers = (error: unknown) => ((error as { statusCode?: number } | null)?.statusCode ?? 500) < 500;

const away = (error: unknown) => unavailable('STORE.AWAY', 'A server that this needs is away; nothing was lost, try again', error);

function guardOf({ guard, config }: ServiceOptions): (fastify: FastifyInstance) => void {
  if (guard) return guard;
  const { TOKEN_JWKS } = config;
  if (!TOKEN_JWKS) throw new Error('Without TOKEN_JWKS a service needs a guard of its own');
  return (fastify) => guardRoutes(fastify, createVerifier(TOKEN_JWKS));
}
