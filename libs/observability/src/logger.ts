import { pino, type DestinationStream, type Logger } from 'pino';
import { correlationId } from './correlation.ts';
import { redact, redactPaths } from './redaction.ts';

export type { DestinationStream, Logger } from 'pino';

/**
 * A JSON logger whose lines name the service and the correlation id, and hold no credentials or addresses.
 * @param destination for tests; standard output otherwise.
 */
export function createLogger(service: string, level = 'info', destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactPaths, censor: '[redacted]' },
    mixin: () => {
      const correlation = correlationId();
      return correlation === undefined ? {} : { correlation };
    },
    hooks: { streamWrite: redact },
  };
  return destination ? pino(options, destination) : pino(options);
}
