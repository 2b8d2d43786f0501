import { ReadinessRegistry, type Logger } from '@candor/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long requests in progress may take to end by themselves; streams never do, so then they are cut: their readers resume elsewhere. */
const REQUESTS_MS = 4000;
/** How long all of it may take, batches and the last events included. */
const GRACE_MS = 15_000;

/**
 * Ends in order: no longer ready, requests and batches in progress are finished, connections closed.
 * @returns the exit code: 0, or 1 if it could not
 */
export async function shutDown(app: NestFastifyApplication, logger: Logger, requestsMs = REQUESTS_MS, graceMs = GRACE_MS): Promise<0 | 1> {
  app.get(ReadinessRegistry).add('process', () => 'is ending');
  const server = app.getHttpServer();
  // A connection that is kept after its last answer would hold up the end as a stream does.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const timers = [setTimeout(() => server.closeAllConnections(), requestsMs)];
  const tooLong = new Promise<1>((resolve) => {
    timers.push(setTimeout(() => {
      logger.error('did not end in time');
      resolve(1);
    }, graceMs));
  });
  const closed = app.close().then(() => 0 as const, (error: unknown) => {
    logger.error({ err: error }, 'could not end in order');
    return 1 as const;
  });
  const code = await Promise.race([closed, tooLong]);
  clearInterval(idle);
  for (const timer of timers) clearTimeout(timer);
  return code;
}

/** Ends the process on SIGINT or SIGTERM. */
export function endOnSignal(app: NestFastifyApplication, logger: Logger): void {
  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'ending');
    void shutDown(app, logger).then((code) => process.exit(code));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (error) => {
    // State is unknown from here on; a fresh process is the only safe place to go on from.
    logger.fatal({ err: error }, 'unhandled rejection');
    process.exit(1);
  });
}
