import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { ApiKeyEntity } from './api-key/api-key.entity.ts';
import { BrandEntity } from './brand/brand.entity.ts';
import { CreateCatalog1767225601000 } from './migrations/1767225601000-create-catalog.ts';
import { AddAskingRules1774310401000 } from './migrations/1774310401000-add-asking-rules.ts';
import { AddBrands1795383100000 } from './migrations/1795383100000-add-brands.ts';
import { AddWalksAndAccounts1795383150000 } from './migrations/1795383150000-add-walks-and-accounts.ts';
import { AddMergersAndWeights1795390600000 } from './migrations/1795390600000-add-mergers-and-weights.ts';
import { AddCuts1795440000000 } from './migrations/1795440000000-add-cuts.ts';
import { AddCallHours1795461000000 } from './migrations/1795461000000-add-call-hours.ts';
import { PersonEntity } from './person/person.entity.ts';
import { ProgrammeEntity } from './programme/programme.entity.ts';
import { TouchpointEntity } from './touchpoint/touchpoint.entity.ts';
import { UnitEntity } from './unit/unit.entity.ts';

export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'catalog',
  entities: [UnitEntity, TouchpointEntity, ProgrammeEntity, BrandEntity, ApiKeyEntity, PersonEntity],
  migrations: [...messagingMigrations(), CreateCatalog1767225601000, AddAskingRules1774310401000, AddBrands1795383100000, AddWalksAndAccounts1795383150000, AddMergersAndWeights1795390600000, AddCuts1795440000000, AddCallHours1795461000000],
});
