import type { DatabaseOptions } from '@candor/database';
import { ReplyEntity } from './link/answer-by-reply/reply.entity.ts';
import { messagingMigrations } from '@candor/messaging';
import { AddReplies1774310400000 } from './migrations/1774310400000-add-replies.ts';
import { LinkEntity } from './link/link.entity.ts';
import { CreateIngestion1767225601000 } from './migrations/1767225601000-create-ingestion.ts';
import { CorrectionEntity } from './response/correction.entity.ts';
import { ResponseEntity } from './response/response.entity.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'ingestion',
  entities: [ResponseEntity, CorrectionEntity, LinkEntity, ReplyEntity],
  migrations: [...messagingMigrations(), CreateIngestion1767225601000, AddReplies1774310400000],
});
