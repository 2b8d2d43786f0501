import { runService } from '@candor/service';
import { loadConfig } from './config.ts';
import { gatewayOptions } from './gateway.ts';

await runService(gatewayOptions(loadConfig()));
