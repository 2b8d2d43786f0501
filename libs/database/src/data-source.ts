import { DataSource, type DataSourceOptions, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';

export type EntityClass = Extract<EntityTarget<ObjectLiteral>, new () => unknown>;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  /** Of the service's own role. */
  url: string;
  /** The service's own schema. */
  schema: string;
  entities: EntityClass[];
  migrations: MigrationClass[];
  /** Connections for TypeORM; the server's limit is shared by all instances of all services. */
  poolSize?: number;
}

/** Not yet connected. Tables come from migrations only: `synchronize` is off and stays off. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}

export function dataSourceOptions({ url, schema, entities, migrations, poolSize = 8 }: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema,
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    logging: false,
    applicationName: `candor-${schema}`,
    poolSize,
    extra: { connectionTimeoutMillis: 5000, keepAlive: true },
  };
}
