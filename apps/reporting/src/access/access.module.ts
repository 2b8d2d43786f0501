import { Global, Module, type DynamicModule } from '@nestjs/common';
import { EXPORT_POOL, exportPool, PLANNED_POOL, plannedPool, READ_POOL, ReadPoolEnd, readPool } from '../read-pool.ts';
import { UnitScope } from './unit-scope.ts';

/** What every reading part of the service needs: connections of its own, and whose units are whose. */
@Global()
@Module({})
export class AccessModule {
  static forDatabase(url: string): DynamicModule {
    return { module: AccessModule, providers: [readPool(url), plannedPool(url), exportPool(url), ReadPoolEnd, UnitScope], exports: [READ_POOL, PLANNED_POOL, EXPORT_POOL, UnitScope] };
  }
}
