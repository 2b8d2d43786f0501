import { runService } from '@candor/service';
import { loadConfig } from './config.ts';
import { ReportingModule } from './reporting.module.ts';

const config = loadConfig();
await runService({ name: 'reporting', config, module: ReportingModule.forConfig(config), consumers: true });
