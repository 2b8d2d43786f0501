import { runService } from '@candor/service';
import { AlertingModule } from './alerting.module.ts';
import { loadConfig } from './config.ts';

const config = loadConfig();
await runService({ name: 'alerting', config, module: AlertingModule.forConfig(config), consumers: true });
