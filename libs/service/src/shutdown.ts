import { ReadinessRegistry, type Logger } from '@candor/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long requests and batches in progress may take to end. */
const GRACE_MS = 15_000;

/** On SIGINT or SIGTERM: no longer ready, requests and batches in progress are finished, connections closed, exit. */
export function endOnSignal(app: NestFastifyApplication, logger: Logger): void {
  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'ending');
    app.get(ReadinessRegistry).add('process', () => 'is ending');
    setTimeout(() => {
      logger.error('did not end in time');
      process.exit(1);
    }, GRACE_MS).unref();
    try {
      await app.close();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'could not end in order');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  process.on('unhandledRejection', (error) => {
    // State is unknown from here on; a fresh process is the only safe place to go on from.
    logger.fatal({ err: error }, 'unhandled rejection');
    process.exit(1);
  });
}
