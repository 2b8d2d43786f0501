import { resultOf } from './smtp-result.ts';

describe('resultOf', () => {
  it.each([
    ['an unknown mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' }, true],
    ['an unknown mailbox, by code alone', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 No such user here' }, true],
    ['a policy', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.7.1 relaying denied' }, false],
    ['a full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552, response: '552 5.2.2 mailbox full' }, false],
    ['the content', { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.6.0 looks like spam' }, false],
  ])('takes a refusal because of %s for final, and knows whether the address is at fault', (_, error, addressAtFault) => {
    expect(resultOf(error)).toEqual({ kind: 'refused', reason: error.response, addressAtFault });
  });

  it.each([
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 greylisted' },
    { code: 'EMESSAGE', command: 'DATA', responseCode: 452, response: '452 4.3.1 try later' },
  ])('tries one message again later after %j', (error) => expect(resultOf(error)).toEqual({ kind: 'deferred', reason: error.response }));

  it.each([
    { code: 'ECONNECTION', command: 'CONN', message: 'connect ECONNREFUSED' }, { code: 'ETIMEDOUT', message: 'Greeting never received' }, { code: 'ESOCKET', command: 'DATA', message: 'closed' },
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530, response: '530 authentication required' }, { code: 'EAUTH', responseCode: 535, response: '535 no', command: 'AUTH PLAIN' },
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421, response: '421 shutting down' }, new Error('anything'),
  ])('blames the server for %j', (error) => expect(resultOf(error).kind).toBe('unavailable'));

  it('keeps addresses and line breaks out of the reason', () => {
    expect(resultOf({ command: 'RCPT TO', responseCode: 550, response: '550-5.1.1 <noa@example.com>\r\n550 unknown' })).toMatchObject({ reason: '550-5.1.1 [address] 550 unknown' });
  });
});
