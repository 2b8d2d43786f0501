import { requireNamed } from './require-named.ts';

const known = { bank: true, north: true, haifa: true } as const;
const look = (keys: object) => (key: string) => Promise.resolve(key in keys ? ({ key } as never) : undefined);
const catalog = {
  unitOrWait: look(known), touchpointOrWait: look({ visit: true }), programmeOrWait: look({ transactional: true }),
  visible: ({ units }: { units: string[] | null }) => units && new Set(units.includes('north') ? ['north', 'haifa'] : units),
};
const everybody = { units: null };
const northern = { units: ['north'] };

const refused = (...[principal, named, called]: [{ units: string[] | null }, Parameters<typeof requireNamed>[2], Parameters<typeof requireNamed>[3]?]) =>
  requireNamed(catalog, principal, named, called).then(() => 'taken', ({ status, code, errors }) => [status, code, errors.map(({ field }: { field: string }) => field)]);

test.each([
  ['nothing', everybody, {}], ['what is known', everybody, { unit: ['bank', 'haifa'], touchpoint: ['visit'], programme: 'transactional' }],
  ['their own units', northern, { unit: ['north', 'haifa'] }], ['no filter', northern, { unit: null, touchpoint: undefined }],
])('%s is taken', async (_what, principal, named) => expect(await refused(principal, named)).toBe('taken'));

test('every key that is not known is named, by its field', async () => {
  expect(await refused(everybody, { unit: ['bank', 'nowhere'], touchpoint: ['nothing', 'visit'], programme: 'none' })).toEqual([400, 'INPUT.INVALID', ['programme', 'touchpoint', 'unit']]);
  expect(await refused(everybody, { unit: 'nowhere' }, { unit: 'a.unit' })).toEqual([400, 'INPUT.INVALID', ['a.unit']]);
});

test('who is limited hears the same of units that exist elsewhere and of such that do not', async () => {
  for (const unit of ['bank', 'nowhere']) expect(await refused(northern, { unit: ['haifa', unit], touchpoint: 'nothing' })).toEqual([403, 'UNIT.NOT_YOURS', ['unit']]);
  expect(await refused(northern, { touchpoint: 'nothing' })).toEqual([400, 'INPUT.INVALID', ['touchpoint']]);
});
