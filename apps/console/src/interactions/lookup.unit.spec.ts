import { journeyOf } from './decision.ts';
import { decisionQuery, parseLookup } from './lookup-search.ts';

test('an interaction is asked for by source and id together, a customer alone', () => {
  expect(decisionQuery(parseLookup({ source: '/crm', id: ' visit-1 ' }))).toEqual({ source: '/crm', id: 'visit-1' });
  expect(decisionQuery(parseLookup({ customer: 'C-1' }))).toEqual({ customer: 'C-1' });
  expect([decisionQuery(parseLookup({ source: '/crm' })), decisionQuery(parseLookup({}))]).toEqual([null, null]);
});
test('the interaction wins where both are given', () => {
  expect(decisionQuery(parseLookup({ source: '/crm', id: 'v', customer: 'C-1' }))).toEqual({ source: '/crm', id: 'v' });
});

describe('the way of an interaction', () => {
  const decision = {
    source: '/crm', id: 'v', customer: 'C', outcome: 'invited', reason: '', reasonCode: '', programme: 'p', policyVersion: 1, touchpoint: 't', unit: 'u',
    occurredAt: '1', acceptedAt: '2', at: '3',
  } as const;
  const names = (steps: { name: string }[]): string => steps.map(({ name }) => name).join(' ');
  test('ends where it has come to', () => {
    expect(names(journeyOf({ ...decision, outcome: 'pending', dueAt: '9' }))).toBe('occurred accepted due');
    expect(names(journeyOf({ ...decision, outcome: 'no-address' }))).toBe('occurred accepted decided');
    expect(names(journeyOf({ ...decision, invitation: { id: 'i', status: 'sent', attempts: 1, sentAt: '4', answered: true } }))).toBe('occurred accepted decided sent answered');
  });
});
