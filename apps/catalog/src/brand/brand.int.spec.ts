import { scopesOf } from '@candor/identity';
import { admin, startCatalog, type CatalogUnderTest } from '../../test/catalog-under-test.ts';

let catalog: CatalogUnderTest;
const put = (path: string, body: unknown, as = admin) => catalog.call('PUT', `/v1/${path}`, { as, body });
const published = async (key: string) => (await catalog.published()).filter((event) => event.key === `brand/${key}`).map(({ data }) => data);
beforeAll(async () => {
  catalog = await startCatalog();
  await put('units/bank', { name: 'Meridian Bank', parent: null, timeZone: 'Asia/Jerusalem' });
  await put('units/private', { name: 'Private', parent: 'bank' });
});
afterAll(() => catalog?.dispose());

const whole = {
  name: 'Meridian Private', senderName: 'Your adviser', colour: '#14532D', logoUrl: 'https://cdn.example.com/logo.png', units: ['private'], programmes: ['transactional'],
  wording: { en: { subject: 'About {{date}}', greeting: 'Dear {{name}},', greetingWithoutName: 'Good day,', footer: 'From {{brand}}, until {{until}}', address: '1 Herzl Street\nTel Aviv' }, he: { address: 'הרצל 1' } },
};

it('a brand is created, read, listed and told, and said twice it has one version', async () => {
  expect((await put('brands/private', whole)).status).toBe(201);
  const { status, body } = await put('brands/private', whole);
  expect({ status, body }).toMatchObject({ status: 200, body: { ...whole, key: 'private', version: 1, colour: '#14532d' } });
  expect((await catalog.call('GET', '/v1/brands/private', { as: admin })).body).toEqual(body);
  expect((await catalog.call('GET', '/v1/brands', { as: admin })).body).toEqual({ data: [body], next: null });
  expect(await published('private')).toEqual([body]);
  expect((await catalog.call('GET', '/v1/brands/nobody', { as: admin })).status).toBe(404);
});

it('with nothing but a name it looks like everybody', async () => {
  expect((await put('brands/plain', { name: 'Plain' })).body).toMatchObject({ senderName: null, colour: null, logoUrl: null, units: [], programmes: [], wording: {} });
});

it.each([
  ['wording.en.greeting', { wording: { en: { greeting: 'Dear {{nmae}}' } } }, 'has no value for {{nmae}}'],
  ['wording.en.greeting', { wording: { en: { greeting: 'Dear customer' } } }, 'must greet by {{name}}'],
  ['wording.he.footer', { wording: { he: { footer: 'עד {{until' } } }, 'does not end'],
  ['wording.en.subject', { wording: { en: { subject: 'a\r\nBcc: all@example.com' } } }, 'must be one line'],
  ['wording.en.question', { wording: { en: { question: 'Do you love us?' } } }, ''],
  ['wording.en.scale', { wording: { en: { scale: {} } } }, ''],
  ['colour', { colour: 'red' }, 'must be a colour'], ['logoUrl', { logoUrl: 'http://example.com/a.png' }, 'must be an https address'], ['logoUrl', { logoUrl: 'https://example.com/a.png"><script>' }, 'must be an https address'],
  ['units[0]', { units: ['nowhere'] }, '"nowhere" is not known'], ['units[1]', { units: ['bank', 'private'] }, 'has the brand "private"'], ['programmes[0]', { programmes: ['transactional'] }, 'has the brand "private"'],
  ['units', { units: ['bank', 'bank'] }, 'must not repeat'], ['name', { name: 'a\nb' }, 'must be one line'],
])('what cannot be said is refused by name: %s %j', async (field, change, message) => {
  const { status, body } = await put('brands/other', { name: 'Other', ...change });
  expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ field, message: expect.stringContaining(message) }] } });
  expect((await catalog.call('GET', '/v1/brands/other', { as: admin })).status).toBe(404);
});

it('is for those who may change the catalogue of the whole enterprise', async () => {
  expect((await put('brands/theirs', { name: 'X' }, { ...admin, units: ['private'] })).status).toBe(403);
  expect((await put('brands/theirs', { name: 'X' }, { ...admin, scopes: scopesOf(['agent']) })).status).toBe(403);
});
