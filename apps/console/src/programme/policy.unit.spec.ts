import { programmeSet } from '@candor/contracts';
import type { Programme } from '../catalog/catalog.ts';
import { contentOf, draftOf, newPolicy } from './policy.ts';

const programme = programmeSet.sample as Programme;

test('a programme that was opened and saved unchanged is the same programme', () => {
  const { key: _key, version: _version, changedAt: _changedAt, ...content } = programmeSet.sample;
  expect(contentOf(draftOf(programme), programme)).toEqual(content);
});
test('every share of a hundred survives the form', () => {
  for (let percent = 0; percent <= 100; percent++) expect(contentOf(draftOf({ ...programme, sample: percent / 100 }), programme)['sample']).toBe(percent / 100);
});
test('what the form does not show stays as it was', () => {
  expect(contentOf({ ...draftOf(programme), name: 'New' }, { ...programme, survey: 4 })).toMatchObject({ name: 'New', survey: 4 });
});
test('no days is no limit, no hours are no quiet hours', () => {
  expect(contentOf({ ...newPolicy, days: '' }, null)).toMatchObject({ frequency: null, quietHours: null, sample: 1 });
  expect(contentOf({ ...newPolicy, quietFrom: '21:00', quietTo: '08:00' }, null)['quietHours']).toEqual({ from: '21:00', to: '08:00' });
});
