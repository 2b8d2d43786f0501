import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@candor/observability';

/** Nest's own messages, in our log: its start-up chatter at debug, the rest as it is. */
export class NestLogger implements LoggerService {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  log(message: unknown, context?: string): void {
    this.#logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.#logger.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  #write(level: 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    const [stack, context] = rest;
    if (message instanceof Error) this.#logger[level]({ err: message, context: stack }, message.message);
    else this.#logger[level]({ stack, context }, String(message));
  }
}
