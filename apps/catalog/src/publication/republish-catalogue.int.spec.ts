import { catalogTopic } from '@candor/contracts';
import { scopesOf } from '@candor/identity';
import { admin, startCatalog, type CatalogUnderTest } from '../../test/catalog-under-test.ts';

let catalog: CatalogUnderTest;
beforeAll(async () => {
  catalog = await startCatalog();
});
afterAll(() => catalog?.dispose());

const put = async (path: string, body: object): Promise<number> => (await catalog.call('PUT', `/v1/${path}`, { as: admin, body })).status;
const republish = (topic: string, as = admin) => catalog.call('POST', `/v1/streams/${topic}/republish`, { as, body: { reason: 'Kafka lost a disk' } });

test('the whole catalogue is told again as it stands, parents first, under a later generation that numbers from 1; and changes go on in it', async () => {
  expect(await put('units/bank', { name: 'Alon Bank', parent: null, timeZone: 'Asia/Jerusalem' })).toBe(201);
  expect(await put('units/atlit', { name: 'Atlit', parent: 'bank' })).toBe(201);
  expect(await put('units/bank', { name: 'Alon', parent: null, timeZone: 'Asia/Jerusalem' })).toBe(200);
  expect(await put('touchpoints/visit', { name: 'Branch visit', programme: 'transactional' })).toBe(201);
  expect(await put('brands/private', { name: 'Alon Private', units: ['atlit'] })).toBe(201);
  const before = await catalog.published();

  const { status, body } = await republish(catalogTopic.name);
  expect({ status, body }).toMatchObject({ status: 200, body: { topic: catalogTopic.name, reason: 'Kafka lost a disk', publishedBy: 'Admin' } });
  expect(await put('units/port', { name: 'Port', parent: 'atlit' })).toBe(201);
  const told = (await catalog.published()).slice(before.length);
  expect(told.map(({ key, number }) => `${number} ${key}`)).toEqual([
    '1 programme/transactional', '2 unit/bank', '3 unit/atlit', '4 touchpoint/visit', '5 brand/private', '6 unit/port',
  ]);
  expect(new Set(told.map(({ generation }) => generation))).toEqual(new Set([body.generation]));
  expect(body).toMatchObject({ records: 5 });
  expect(body.generation > before[0]!.generation!).toBe(true);
  expect(told[1]!.data).toEqual(before.findLast(({ key }) => key === 'unit/bank')!.data);
  expect((await catalog.call('GET', '/v1/streams', { as: admin })).body).toEqual({ topics: [catalogTopic.name], data: [body] });
});

test('only operators may, and only for topics that are rebuilt here', async () => {
  expect((await republish(catalogTopic.name, { ...admin, scopes: scopesOf(['analyst']) })).body).toMatchObject({ status: 403, missing: ['operate'] });
  expect((await republish('nps.response.v1')).body).toMatchObject({ status: 404, code: 'STREAM.UNKNOWN', detail: `this service rebuilds ${catalogTopic.name}` });
});
