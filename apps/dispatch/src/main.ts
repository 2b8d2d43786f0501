import { runService } from '@candor/service';
import { readConfig } from './config.ts';
import { dispatchService } from './service.ts';

const config = readConfig();
await runService({ ...dispatchService(config), config });
