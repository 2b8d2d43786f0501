import { LOGGER, type Logger } from '@candor/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LookService } from './look.service.ts';

/** How often it is seen whether a look is due; the rows say when the last one was, whoever made it. */
const EVERY_MS = 20_000;

@Injectable()
export class LookRegularly implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(private readonly service: LookService, @Inject(LOGGER) private readonly log: Logger) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#looking ??= this.service.look(new Date())
        .catch((error: unknown) => this.log.warn({ err: error }, 'signals could not be looked for; it will be tried again'))
        .finally(() => { this.#looking = undefined; });
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }
}
