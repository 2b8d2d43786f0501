import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.ts';
import { ApiKeyController } from './api-key.controller.ts';
import { ApiKeyEntity } from './api-key.entity.ts';
import { BOOTSTRAP_API_KEY, BootstrapKey } from './bootstrap-key.ts';

@Module({})
export class ApiKeyModule {
  static forRoot(bootstrapKey: string | undefined): DynamicModule {
    return {
      module: ApiKeyModule,
      imports: [AccessModule, TypeOrmModule.forFeature([ApiKeyEntity])],
      controllers: [ApiKeyController],
      providers: [BootstrapKey, { provide: BOOTSTRAP_API_KEY, useValue: bootstrapKey }],
    };
  }
}
