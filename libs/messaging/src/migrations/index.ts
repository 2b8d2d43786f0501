import type { MigrationClass } from '@candor/database';
import { CreateMessaging1767225600000 } from './1767225600000-create-messaging.ts';
import { CreateOperations1795400000000 } from './1795400000000-create-operations.ts';
import { CreateRebuild1795420100000 } from './1795420100000-create-rebuild.ts';
import { AddRelayEnd1795500250101 } from './1795500250101-add-relay-end.ts';

/** The tables that messaging keeps in every service's schema; a service lists them before its own migrations. */
export function messagingMigrations(): MigrationClass[] {
  return [CreateMessaging1767225600000, CreateOperations1795400000000, CreateRebuild1795420100000, AddRelayEnd1795500250101];
}
