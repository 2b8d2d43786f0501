import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { BaseImportChunkEntity, BaseImportEntity, BaseImportErrorEntity, BaseMemberEntity } from './base/base.entities.ts';
import { CallEntity } from './channel/voice/call.entity.ts';
import { RecordingEntity } from './channel/voice/recording/recording.entity.ts';
import { DecisionEntity } from './decision/decision.entity.ts';
import { ExclusionEntity } from './exclusion/exclusion.entity.ts';
import { InvitationEntity } from './invitation/invitation.entity.ts';
import { AddTwoWayMessages1774310402000 } from './migrations/1774310402000-add-two-way-messages.ts';
import { AddIncomingParts1774310403000 } from './migrations/1774310403000-add-incoming-parts.ts';
import { RememberLastWords1774310404000 } from './migrations/1774310404000-remember-last-words.ts';
import { CreateDispatch1767225600100 } from './migrations/1767225600100-create-dispatch.ts';
import { EraseCustomers1795382500000 } from './migrations/1795382500000-erase-customers.ts';
import { ErasureEntity } from './person/erasure.entity.ts';
import { AddExclusionsAndQuotas1795382600000 } from './migrations/1795382600000-add-exclusions-and-quotas.ts';
import { AddCalls1795382700000 } from './migrations/1795382700000-add-calls.ts';
import { AddComplaints1795383000000 } from './migrations/1795383000000-add-complaints.ts';
import { IndexWaitingReminders1795383450000 } from './migrations/1795383450000-index-waiting-reminders.ts';
import { AddReminders1795383300000 } from './migrations/1795383300000-add-reminders.ts';
import { AddCustomerBase1795383200000 } from './migrations/1795383200000-add-customer-base.ts';
import { AddWalks1795383400000 } from './migrations/1795383400000-add-walks.ts';
import { AddCompleteFiles1795383500000 } from './migrations/1795383500000-add-complete-files.ts';
import { ImportExclusions1795463000000 } from './migrations/1795463000000-import-exclusions.ts';
import { SlimDecisions1795464000000 } from './migrations/1795464000000-slim-decisions.ts';
import { NoteMessageAnswered1795462100000 } from './migrations/1795462100000-note-message-answered.ts';
import { PersonEntity } from './person/person.entity.ts';
import { StaffEntity } from './person/staff.entity.ts';
import { WalkDayEntity, WalkSlotEntity } from './relationship/walk.entities.ts';
import { SuppressionEntity } from './suppression/suppression.entity.ts';

/** What the database of this service holds. */
export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'dispatch',
  entities: [PersonEntity, ErasureEntity, StaffEntity, SuppressionEntity, DecisionEntity, InvitationEntity, ExclusionEntity, CallEntity, RecordingEntity, BaseMemberEntity, BaseImportEntity, BaseImportChunkEntity, BaseImportErrorEntity, WalkDayEntity, WalkSlotEntity],
  migrations: [...messagingMigrations(), CreateDispatch1767225600100, AddTwoWayMessages1774310402000, AddIncomingParts1774310403000, RememberLastWords1774310404000, EraseCustomers1795382500000, AddExclusionsAndQuotas1795382600000, AddCalls1795382700000, AddComplaints1795383000000, AddCustomerBase1795383200000, AddReminders1795383300000, AddWalks1795383400000, IndexWaitingReminders1795383450000, AddCompleteFiles1795383500000, NoteMessageAnswered1795462100000, ImportExclusions1795463000000, SlimDecisions1795464000000],
});
