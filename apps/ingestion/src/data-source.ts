import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { ReplyEntity } from './link/answer-by-reply/reply.entity.ts';
import { LinkEntity } from './link/link.entity.ts';
import { CreateIngestion1767225601000 } from './migrations/1767225601000-create-ingestion.ts';
import { AddReplies1774310400000 } from './migrations/1774310400000-add-replies.ts';
import { NoteStarts1795383300000 } from './migrations/1795383300000-note-starts.ts';
import { EraseAndName1795382400000 } from './migrations/1795382400000-erase-and-name.ts';
import { FreezeCuts1795440000000 } from './migrations/1795440000000-freeze-cuts.ts';
import { NoteMessage1795462000000 } from './migrations/1795462000000-note-message.ts';
import { KnownCustomerEntity } from './people/known-customer.entity.ts';
import { KnownStaffEntity } from './people/known-staff.entity.ts';
import { CorrectionEntity } from './response/correction.entity.ts';
import { ResponseEntity } from './response/response.entity.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'ingestion',
  entities: [ResponseEntity, KnownCustomerEntity, KnownStaffEntity, CorrectionEntity, LinkEntity, ReplyEntity],
  migrations: [...messagingMigrations(), CreateIngestion1767225601000, EraseAndName1795382400000, AddReplies1774310400000, NoteStarts1795383300000, FreezeCuts1795440000000, NoteMessage1795462000000],
});
