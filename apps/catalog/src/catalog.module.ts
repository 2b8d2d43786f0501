import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from '@candor/database';
import { MessagingModule } from '@candor/messaging';
import { ApiKeyModule } from './api-key/api-key.module.ts';
import { BrandModule } from './brand/brand.module.ts';
import type { CatalogConfig } from './config.ts';
import { databaseOptions } from './data-source.ts';
import { PersonModule } from './person/person.module.ts';
import { PrincipalController } from './principal/principal.controller.ts';
import { RepublishCatalogue } from './publication/republish-catalogue.ts';
import { ProgrammeModule } from './programme/programme.module.ts';
import { TouchpointModule } from './touchpoint/touchpoint.module.ts';
import { UnitModule } from './unit/unit.module.ts';

export type CatalogModuleConfig = Pick<CatalogConfig, 'DATABASE_URL' | 'KAFKA_BROKERS' | 'TOPIC_PREFIX' | 'BOOTSTRAP_API_KEY'>;

@Module({})
export class CatalogModule {
  static forRoot(config: CatalogModuleConfig): DynamicModule {
    return {
      module: CatalogModule,
      imports: [
        DatabaseModule.forRoot(databaseOptions(config.DATABASE_URL)),
        MessagingModule.forRoot({ service: 'catalog', brokers: config.KAFKA_BROKERS, topicPrefix: config.TOPIC_PREFIX }),
        UnitModule,
        ProgrammeModule,
        TouchpointModule,
        BrandModule,
        ApiKeyModule.forRoot(config.BOOTSTRAP_API_KEY),
        PersonModule,
      ],
      controllers: [PrincipalController],
      providers: [RepublishCatalogue],
    };
  }
}
