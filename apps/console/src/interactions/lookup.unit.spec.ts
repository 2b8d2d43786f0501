import { decisionQuery, parseLookup } from './lookup-search.ts';

test('an interaction is asked for by source and id together, a customer alone', () => {
  expect(decisionQuery(parseLookup({ source: '/crm', id: ' visit-1 ' }))).toEqual({ source: '/crm', id: 'visit-1' });
  expect(decisionQuery(parseLookup({ customer: 'C-1' }))).toEqual({ customer: 'C-1' });
  expect([decisionQuery(parseLookup({ source: '/crm' })), decisionQuery(parseLookup({}))]).toEqual([null, null]);
});
test('the interaction wins where both are given', () => {
  expect(decisionQuery(parseLookup({ source: '/crm', id: 'v', customer: 'C-1' }))).toEqual({ source: '/crm', id: 'v' });
});
