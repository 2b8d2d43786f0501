import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import { createDataSource, dataSourceOptions, type DatabaseOptions } from './data-source.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';

/** A `pg.Pool` of the service's own role, for paths where TypeORM costs too much. */
export const PG_POOL = Symbol('PG_POOL');

/** Connects, migrates, and offers TypeORM (`DataSource`, repositories) and `PG_POOL` everywhere in the service. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(PG_POOL) private readonly pool: pg.Pool) {}

  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(options), retryAttempts: 10, retryDelay: 1000 }),
          dataSourceFactory: async () => {
            const dataSource = await createDataSource(options).initialize();
            try {
              await migrate(dataSource, options.url, options.schema);
              return dataSource;
            } catch (error) {
              await dataSource.destroy();
              throw error;
            }
          },
        }),
      ],
      providers: [
        { provide: PG_POOL, useFactory: () => createPool({ url: options.url, applicationName: `candor-${options.schema}-hot` }) },
      ],
      exports: [TypeOrmModule, PG_POOL],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
