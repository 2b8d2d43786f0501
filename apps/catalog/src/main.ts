import { runService } from '@candor/service';
import { CatalogModule } from './catalog.module.ts';
import { loadConfig } from './config.ts';

const config = loadConfig();
await runService({ name: 'catalog', config, module: CatalogModule.forRoot(config) });
