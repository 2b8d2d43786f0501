import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { LinkEntity } from './link/link.entity.ts';
import { CreateIngestion1767225601000 } from './migrations/1767225601000-create-ingestion.ts';
import { CorrectionEntity } from './response/correction.entity.ts';
import { ResponseEntity } from './response/response.entity.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'ingestion',
  entities: [ResponseEntity, CorrectionEntity, LinkEntity],
  migrations: [...messagingMigrations(), CreateIngestion1767225601000],
});
