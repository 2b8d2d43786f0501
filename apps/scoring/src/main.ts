import { runService } from '@candor/service';
import { loadConfig } from './config.ts';
import { ScoringModule } from './scoring.module.ts';

const config = loadConfig();
await runService({ name: 'scoring', config, module: ScoringModule.forRoot(config), consumers: true });
