import { decisionMade } from '@candor/contracts';
import { decisionEvent, type Decided } from './decision-event.ts';

const at = new Date('2026-11-22T12:00:00Z');
const decided: Decided = {
  id: '3d5e5a3e-86a0-4b0e-9a3b-1de1f0a4a001', source: '/crm', eventId: 'visit-1', person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22', programme: 'transactional', policyVersion: 1, touchpoint: 'branch-visit',
  path: ['bank', 'haifa-1'], servedBy: undefined, occurredAt: at, correlation: null,
};
const said = (more: Partial<Decided>) => decisionMade.schema.parse(decisionEvent({ ...decided, ...more }, { outcome: 'sampled-out', reason: { code: 'SAMPLE', detail: 'not in the sample' } }, at).data);

test('whose interaction it was and what it was worth is told, as far as it is known', () => {
  expect(said({ interaction: { account: 'ACME', value: { amount: 120.5, currency: 'ILS' } } })).toMatchObject({ account: 'ACME', value: { amount: 120.5, currency: 'ILS' } });
  expect(said({ interaction: { value: { amount: 0 } } })).toMatchObject({ value: { amount: 0 } });
});
test('who came by a recommendation is told where the interaction says so, and never by whose', () => {
  const referred = (attributes: Record<string, string | boolean | number>) => said({ interaction: { attributes } });
  expect(referred({ referredBy: 'Noa Levi' })).toMatchObject({ referred: true });
  expect(JSON.stringify(referred({ referredBy: 'Noa Levi' }))).not.toContain('Noa');
  expect([referred({ referred: false }), referred({ referred: false, referredBy: 'C-1' })].map((one) => one.referred)).toEqual([false, false]);
  const silent: Record<string, string | number>[] = [{ referred: 'yes' }, { referredBy: ' ' }, { queue: 3 }];
  for (const attributes of silent) expect(referred(attributes)).not.toHaveProperty('referred');
});
test('of an erased customer nothing of that is told', () => {
  expect(said({})).not.toHaveProperty('value');
  expect(said({})).not.toHaveProperty('account');
});
