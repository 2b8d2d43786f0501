import { faultOfBands } from '@candor/nps';
import { GIVEN } from './given.ts';
import { merged } from './merge.ts';

test('the given norms are whole: bands without gaps, and each key once', () => {
  expect(faultOfBands(GIVEN.bands)).toBeNull();
  for (const list of [GIVEN.industries, GIVEN.companies]) expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
  expect(merged(GIVEN, []).companies.map(({ nps }) => nps)).toEqual(GIVEN.companies.map(({ nps }) => nps).sort((a, b) => b - a));
});

test('what is said replaces, adds and takes away; the rest stays as given', () => {
  const bands = [{ key: 'all', upTo: 100, meaning: 'Everything' }];
  const { bands: held, industries, companies } = merged(GIVEN, [
    { kind: 'bands', key: 'bands', value: bands }, { kind: 'industries', key: 'banks', value: { name: 'Banks', norm: 0, source: 'own' } },
    { kind: 'companies', key: 'hsbc', value: null }, { kind: 'companies', key: 'other-bank', value: { name: 'Other Bank', nps: 0, rival: true, source: 'own' } },
  ]);
  expect(held).toEqual(bands);
  expect(industries.find(({ key }) => key === 'banks')).toEqual({ key: 'banks', name: 'Banks', norm: 0, source: 'own' });
  expect(industries).toHaveLength(GIVEN.industries.length);
  expect(companies.find(({ key }) => key === 'hsbc')).toBeUndefined();
  expect(companies.find(({ key }) => key === 'other-bank')).toMatchObject({ nps: 0, rival: true });
});
