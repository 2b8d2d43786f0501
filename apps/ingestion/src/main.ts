import { runService } from '@candor/service';
import { loadConfig } from './config.ts';
import { ingestionService } from './service.ts';

const config = loadConfig();
await runService({ ...ingestionService(config), config });
