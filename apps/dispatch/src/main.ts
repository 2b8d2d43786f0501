import { runService } from '@candor/service';
import { readConfig } from './config.ts';
import { DispatchModule } from './dispatch.module.ts';
import { takeBodies } from './interaction/accept-over-http/body.ts';

const config = readConfig();
await runService({ name: 'dispatch', config, module: DispatchModule.forRoot(config), consumers: true, configure: takeBodies });
