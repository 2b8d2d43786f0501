import { Module, type DynamicModule } from '@nestjs/common';
import { LOGGER, ReadinessRegistry, type Logger } from '@candor/observability';
import type { ServiceOptions } from './options.ts';
import { WatchDatabase } from './watch-database.ts';

/** Gives every module of a service its logger and the registry of readiness checks. */
@Module({})
export class PlatformModule {
  static around(module: ServiceOptions['module'], logger: Logger): DynamicModule {
    const provided = [ReadinessRegistry, { provide: LOGGER, useValue: logger }];
    return { module: PlatformModule, global: true, imports: [module], providers: [...provided, WatchDatabase], exports: provided };
  }
}
