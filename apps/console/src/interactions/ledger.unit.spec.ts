import { isLookedFor, isNarrowed, parseInteractionsSearch } from './ledger-search.ts';

test('an address of the ledger keeps what there is and drops the rest', () => {
  expect(parseInteractionsSearch({ outcome: 'invited,nonsense,excluded', channel: 'fax', stage: 'read', reason: ' FREQUENCY ', unit: 'north', servedBy: 'emp-1', customer: 'C-1' }))
    .toEqual({ outcome: 'invited,excluded', reason: 'FREQUENCY', unit: 'north', servedBy: 'emp-1', customer: 'C-1' });
  expect(parseInteractionsSearch({ outcome: 'nonsense' })).toEqual({});
});

describe('a decision', () => {
  const invitation = { id: 'i', status: 'sent', attempts: 1, answered: false };
  const decision = { reasonCode: 'INVITED', channel: 'sms', invitation } as const;
  test('is looked for by its reason, its channel and how far its invitation came', () => {
    expect([isLookedFor(decision, {}), isLookedFor(decision, { reason: 'INVITED', channel: 'sms', stage: 'delivered' })]).toEqual([true, true]);
    expect([isLookedFor(decision, { reason: 'SAMPLE' }), isLookedFor(decision, { channel: 'email' }), isLookedFor(decision, { stage: 'answered' })]).toEqual([false, false, false]);
    expect(isLookedFor({ ...decision, invitation: { ...invitation, answered: true } }, { stage: 'answered' })).toBe(true);
  });
  test('is opened and started where that was seen', () => {
    const opened = { ...decision, invitation: { ...invitation, openedAt: 't' } };
    expect([isLookedFor(opened, { stage: 'opened' }), isLookedFor(opened, { stage: 'started' }), isLookedFor(decision, { stage: 'opened' })]).toEqual([true, false, false]);
  });
  test('stays delivered while a reminder waits to be sent', () => {
    const waiting = { ...invitation, status: 'issued', messages: [{ kind: 'first', channel: 'email', sentAt: 't', fate: 'sent' }, { kind: 'reminder', channel: 'sms', fate: 'waiting' }] } as const;
    expect(isLookedFor({ ...decision, invitation: waiting }, { stage: 'delivered' })).toBe(true);
    expect(isLookedFor({ ...decision, invitation: { ...waiting, messages: [{ ...waiting.messages[0], fate: 'bounced' }, waiting.messages[1]] } }, { stage: 'delivered' })).toBe(false);
  });
  test('whose message bounced was not delivered, and none without an invitation was', () => {
    expect(isLookedFor({ ...decision, invitation: { ...invitation, status: 'bounced' } }, { stage: 'delivered' })).toBe(false);
    expect(isLookedFor({ reasonCode: 'SAMPLE' }, { stage: 'delivered' })).toBe(false);
  });
});
test('what the API is asked for by itself does not narrow', () => {
  expect([isNarrowed({ outcome: 'invited', servedBy: 'e' }), isNarrowed({ channel: 'sms' })]).toEqual([false, true]);
});
