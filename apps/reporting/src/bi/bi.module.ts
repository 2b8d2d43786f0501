import { Module, type DynamicModule } from '@nestjs/common';
import type { ReportingConfig } from '../config.ts';
import { ENTITY_SET_CONTROLLERS } from './odata/entity-set.controller.ts';
import { ODataController } from './odata/odata.controller.ts';
import { ODataService } from './odata/odata.service.ts';
import { ODATA_ROOT } from './odata/reply.ts';
import { BI_SETTINGS, BiServer, type BiSettings } from './users/bi-server.ts';
import { BiUsersController } from './users/bi-users.controller.ts';
import { BiUsersService } from './users/bi-users.service.ts';

export type BiConfig = Pick<ReportingConfig, 'DATABASE_URL' | 'PUBLIC_URL' | 'BI_ADMIN_URL' | 'BI_HOST' | 'BI_PORT'>;

/** OData and SQL for BI tools. Needs `AccessModule`. */
@Module({})
export class BiModule {
  static forConfig(config: BiConfig): DynamicModule {
    return {
      module: BiModule,
      controllers: [ODataController, ...ENTITY_SET_CONTROLLERS, BiUsersController],
      providers: [
        { provide: ODATA_ROOT, useValue: `${config.PUBLIC_URL}/odata` },
        { provide: BI_SETTINGS, useValue: settingsOf(config) },
        ODataService, BiServer, BiUsersService,
      ],
    };
  }
}

function settingsOf({ DATABASE_URL, BI_ADMIN_URL, BI_HOST, BI_PORT }: BiConfig): BiSettings {
  const { hostname, port, pathname } = new URL(DATABASE_URL);
  return { adminUrl: BI_ADMIN_URL, host: BI_HOST ?? hostname, port: BI_PORT ?? (Number(port) || 5432), database: decodeURIComponent(pathname.slice(1)) };
}
