import { catalogTopic, programmeSet, unitSet, type DataOf } from '@candor/contracts';
import { DatabaseModule } from '@candor/database';
import { MessagingModule, messagingMigrations, Outbox, outgoing, outgoingTombstone, type Outgoing, type OutgoingTombstone } from '@candor/messaging';
import { ReadinessRegistry } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { eventually, scratch, type Scratch } from '@candor/testing';
import { Module, type DynamicModule } from '@nestjs/common';
import { CatalogCopy, CatalogCopyModule } from './index.ts';

@Module({})
class TestModule {}

const moduleOf = (place: Scratch, service: 'catalog' | 'dispatch', ...imports: (typeof CatalogCopyModule)[]): DynamicModule => ({
  module: TestModule,
  imports: [
    DatabaseModule.forRoot({ url: place.databaseUrl(service), schema: service, entities: [], migrations: messagingMigrations() }),
    MessagingModule.forRoot({ service, brokers: place.brokers, topicPrefix: place.topicPrefix }),
    ...imports,
  ],
});

let place: Scratch;
let owner: TestApp;
const readers: TestApp[] = [];
const start = async (): Promise<CatalogCopy> => {
  const reader = await createTestApp({ name: 'dispatch', tokens: place.tokens, module: moduleOf(place, 'dispatch', CatalogCopyModule) });
  readers.push(reader);
  return reader.app.get(CatalogCopy);
};

beforeAll(async () => {
  place = await scratch(['catalog', 'dispatch']);
  owner = await createTestApp({ name: 'catalog', tokens: place.tokens, module: moduleOf(place, 'catalog') });
});

afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  await owner?.close();
  await place?.dispose();
});

async function publish(...events: (Outgoing | OutgoingTombstone)[]): Promise<void> {
  const outbox = owner.app.get(Outbox);
  await outbox.published(await outbox.transaction((tx) => outbox.append(tx, events)));
}

const unit = (key: string, parent: string | null): Outgoing =>
  outgoing(unitSet, { ...(unitSet.sample as DataOf<typeof unitSet>), key, placements: [{ parent, from: null }] }) as Outgoing;

test('a unit that was published a moment ago is found, and an unknown one is unknown', async () => {
  const copy = await start();
  await publish(unit('bank', null), unit('north', 'bank'));
  expect((await copy.unitOrWait('north'))?.placements).toEqual([{ parent: 'bank', from: null }]);
  expect(await copy.unitOrWait('nowhere')).toBeUndefined();
  expect(copy.pathOf('north', new Date())).toEqual(['bank', 'north']);
});

test('an instance that starts later has everything before it says that it is ready', async () => {
  await publish(unit('south', 'bank'), outgoing(programmeSet, programmeSet.sample as DataOf<typeof programmeSet>) as Outgoing);
  const copy = await start();
  const registry = readers.at(-1)!.app.get(ReadinessRegistry);
  await eventually('ready', async () => (await registry.check()).ready);
  expect((await registry.check()).checks['catalogue copy']).toBe('ok');
  expect(copy.units().map(({ key }) => key).sort()).toEqual(['bank', 'north', 'south']);
  expect(copy.programme('transactional')).toBeDefined();
});

test('many callers that wait at once are all answered', async () => {
  const copy = readers[0]!.app.get(CatalogCopy);
  await publish(unit('west', 'bank'));
  const found = await Promise.all(Array.from({ length: 200 }, (_, index) => copy.unitOrWait(index % 2 ? 'west' : `unknown-${index}`)));
  expect(found.filter(Boolean)).toHaveLength(100);
});

test('what a principal sees follows the tree, and a tombstone removes', async () => {
  const copy = readers[0]!.app.get(CatalogCopy);
  const changes: string[] = [];
  const end = copy.onChange(({ kind, key, after }) => changes.push(`${kind} ${key} ${after ? 'set' : 'gone'}`));
  expect([...copy.visible({ units: ['bank'] })!].sort()).toEqual(['bank', 'north', 'south', 'west']);
  expect(copy.visible({ units: null })).toBeNull();
  await publish(unit('west-1', 'west'), outgoingTombstone(catalogTopic, 'unit/south'));
  await copy.reachEnd();
  end();
  expect([...copy.visible({ units: ['bank'] })!].sort()).toEqual(['bank', 'north', 'west', 'west-1']);
  expect(changes).toEqual(['unit west-1 set', 'unit south gone']);
});
