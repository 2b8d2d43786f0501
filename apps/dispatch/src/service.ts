import type { ServiceOptions } from '@candor/service';
import { keepRawBodies } from './channel/email/callbacks/raw-body.ts';
import type { Config } from './config.ts';
import { DispatchModule } from './dispatch.module.ts';
import { takeBodies } from './interaction/accept-over-http/body.ts';

/** How the service is put together, in production and in tests. */
export const dispatchService = (config: Config): Pick<ServiceOptions, 'name' | 'module' | 'consumers' | 'configure'> => ({
  name: 'dispatch', module: DispatchModule.forRoot(config), consumers: true,
  configure: (app) => {
    takeBodies(app);
    keepRawBodies(app);
  },
});
