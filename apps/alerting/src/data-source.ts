import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { CaseDeadlineEntity } from './case/case-deadline.entity.ts';
import { CaseEventEntity } from './case/case-event.entity.ts';
import { CaseEntity } from './case/case.entity.ts';
import { KnownPersonEntity } from './known/known-person.entity.ts';
import { KnownStaffEntity } from './known/known-staff.entity.ts';
import { KnownWordsEntity } from './known/known-words.entity.ts';
import { CreateCase1767225602000 } from './migrations/1767225602000-create-case.ts';
import { HearRecordings1795382800000 } from './migrations/1795382800000-hear-recordings.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'alerting',
  entities: [CaseEntity, CaseEventEntity, CaseDeadlineEntity, KnownWordsEntity, KnownPersonEntity, KnownStaffEntity],
  migrations: [...messagingMigrations(), CreateCase1767225602000, HearRecordings1795382800000],
});
