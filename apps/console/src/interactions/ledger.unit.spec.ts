import { furtherReason, isDelivered } from './decision.ts';
import { ledgerParameters, parseInteractionsSearch } from './ledger-search.ts';

test('an address of the ledger keeps what there is and drops the rest', () => {
  expect(parseInteractionsSearch({ outcome: 'invited,nonsense,excluded', channel: 'fax', stage: 'read', reason: ' FREQUENCY ', unit: 'north', servedBy: 'emp-1', customer: 'C-1' }))
    .toEqual({ outcome: 'invited,excluded', reason: 'FREQUENCY', unit: 'north', servedBy: 'emp-1', customer: 'C-1' });
  expect(parseInteractionsSearch({ outcome: 'nonsense' })).toEqual({});
});

test('what stands in the address is asked of the API, so that a figure of the funnel opens as many decisions as it counts', () => {
  const selection = { programme: 'transactional', touchpoints: [], units: ['north'], range: { from: '2026-11-01', to: '2026-12-01' } } as unknown as Parameters<typeof ledgerParameters>[0];
  expect(ledgerParameters(selection, { outcome: 'invited', reason: 'INVITED', channel: 'sms', servedBy: 'emp-1', stage: 'opened' }))
    .toEqual({ programme: 'transactional', touchpoint: [], unit: ['north'], servedBy: 'emp-1', outcome: 'invited', reason: 'INVITED', channel: 'sms', from: '2026-11-01', to: '2026-12-01', opened: true });
});

describe('a message', () => {
  const invitation = { status: 'sent' };
  test('stays delivered while a reminder waits to be sent', () => {
    const waiting = { status: 'issued', messages: [{ kind: 'first', channel: 'email', sentAt: 't', fate: 'sent' }, { kind: 'reminder', channel: 'sms', fate: 'waiting' }] } as const;
    expect(isDelivered(waiting)).toBe(true);
    expect(isDelivered({ ...waiting, messages: [{ ...waiting.messages[0], fate: 'bounced' }, waiting.messages[1]] })).toBe(false);
  });
  test('that bounced was not delivered', () => expect([isDelivered(invitation), isDelivered({ status: 'bounced' })]).toEqual([true, false]));
});

test('the ledger adds to a reason what is not said beside it: never the bare time of a machine', () => {
  expect(furtherReason({ outcome: 'invited', reasonCode: 'INVITED', reason: 'by email, sent at 2026-11-23T07:38:35.290Z' })).toBeNull();
  expect(furtherReason({ outcome: 'pending', reasonCode: 'DELAY', reason: 'to be decided at 2026-11-30T08:13:20.062Z' })).toBeNull();
  expect(furtherReason({ outcome: 'no-consent', reasonCode: 'CONSENT_DENIED', reason: 'consent to email is denied' })).toBe('consent to email is denied');
});
