import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { CreateCell1767225601000 } from './migrations/1767225601000-create-cell.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'scoring',
  // Cells are written and read by statements of their own: an entity per cell would cost more than all the rest.
  entities: [],
  migrations: [...messagingMigrations(), CreateCell1767225601000],
});
