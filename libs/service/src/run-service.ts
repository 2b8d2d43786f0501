import { collectProcessMetrics } from '@candor/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApp } from './build-app.ts';
import type { ServiceOptions } from './options.ts';
import { endOnSignal } from './shutdown.ts';

/**
 * Boots a service and serves until SIGINT or SIGTERM. It listens before its consumers are connected: while Kafka or the database
 * is away, readiness says so.
 * A service that cannot start says why and exits with 1: whoever supervises it starts it again.
 */
export async function runService(options: ServiceOptions): Promise<NestFastifyApplication> {
  collectProcessMetrics();
  const { app, logger } = await buildApp(options).catch((error: unknown) => {
    process.stderr.write(`${options.name} could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
  const { HOST, PORT } = options.config;
  endOnSignal(app, logger);
  await app.listen(PORT, HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
  if (options.consumers) await app.startAllMicroservices();
  return app;
}
