import fc from 'fast-check';
import { arf, autoReply, dsn } from '../../../../test/returned-mails.ts';
import { readReturnedMail } from './returned-mail.ts';

const read = (mail: string) => readReturnedMail(Buffer.from(mail));

describe('a delivery status', () => {
  it.each([
    ['5.1.1', 'smtp; 550 no such user', true], ['5.1.10', '', true], ['5.2.1', 'smtp; disabled', true], ['5.4.4', '', true], ['5.0.0', 'smtp; 550 rejected', true],
    ['5.2.2', 'smtp; mailbox full', false], ['4.2.2', '', false], ['4.4.7', 'smtp; expired', false], ['5.7.1', 'smtp; looks like spam', false], ['5.1.8', '', false],
    ['5.0.0', 'smtp; 552 5.2.2 mailbox full', false], ['5.0.0', 'smtp; 550 5.1.1 unknown', true],
  ])('that failed with %s (%s) is the fault of the address: %s', (status, diagnostic, addressAtFault) => {
    expect(read(dsn({ status, diagnostic }))).toMatchObject({ kind: 'bounced', addressAtFault, reason: expect.stringContaining(status) });
  });

  it('says why in one line, without the address', () => {
    expect(read(dsn())).toEqual({ kind: 'bounced', addressAtFault: true, reason: '5.1.1 550 5.1.1 [address] user unknown' });
  });

  it.each([['delayed', '4.4.1', { kind: 'ignored', what: 'delayed' }], ['relayed', '2.1.9', { kind: 'ignored', what: 'passed-on' }], ['delivered', '2.1.5', { kind: 'delivered' }]])('%s is no failure', (action, status, verdict) => {
    expect(read(dsn({ action, status }))).toEqual(verdict);
  });

  it.each(['base64', 'quoted-printable'] as const)('is read in %s', (encoding) => expect(read(dsn({ encoding }))).toMatchObject({ kind: 'bounced' }));
  it('is read with bare line feeds, and where its end is missing', () => {
    expect(read(dsn().replaceAll('\r\n', '\n'))).toMatchObject({ kind: 'bounced' });
    expect(read(dsn().slice(0, dsn().indexOf('message/rfc822')))).toMatchObject({ kind: 'bounced' });
  });

  it.each([
    ['an action that there is not', dsn({ action: 'exploded' })], ['a status that is none', dsn({ status: 'bad' })], ['no part of its own', dsn().replace('message/delivery-status', 'text/plain')],
    ['a boundary that does not come', dsn().replace('boundary="=_b', 'boundary="=_c')], ['no boundary', dsn().replace('boundary=', 'bound=')],
  ])('with %s says nothing', (_, mail) => expect(read(mail)).toEqual({ kind: 'ignored', what: 'unreadable' }));
});

describe('a feedback report', () => {
  it.each(['abuse', 'fraud', 'other', 'opt-out'])('of type %s is a complaint', (type) => expect(read(arf(type))).toEqual({ kind: 'complained', reason: `feedback report: ${type}` }));
  it.each(['not-spam', 'auth-failure'])('of type %s is none', (type) => expect(read(arf(type))).toEqual({ kind: 'ignored', what: type }));
  it('without a version says nothing', () => expect(read(arf('abuse', []))).toEqual({ kind: 'ignored', what: 'unreadable' }));
});

describe('any other mail', () => {
  it('is ignored: an absence says nothing of the address, whatever its words are', () => expect(read(autoReply)).toEqual({ kind: 'ignored', what: 'auto-reply' }));
  it.each(['', '\r\n\r\n', 'Subject: hello\r\n\r\nAction: failed\r\nStatus: 5.1.1', ':\r\n:', '\0'.repeat(100)])('%j is ignored', (mail) => expect(read(mail)).toEqual({ kind: 'ignored', what: 'other' }));
});

describe('whatever comes', () => {
  it('is read without failing, and what was cut or stirred is at worst not understood', () => {
    const pieces = [dsn(), dsn({ encoding: 'base64' }), arf(), autoReply].flatMap((mail) => mail.split(/(?<=\r\n|; |: )/));
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }), (stirred) => {
      expect(['bounced', 'complained', 'delivered', 'ignored']).toContain(read(stirred.join('')).kind);
    }), { numRuns: 500 });
  });

  it.each([
    ['quotes that do not end', `Content-Type: multipart/report${';x="'.repeat(60_000)}\r\n\r\n`], ['words without an end', `${dsn().replace('user unknown', 'x'.repeat(200_000))}`],
    ['boundaries without an end', `Content-Type: multipart/report; boundary=b\r\n\r\n${'--b '.repeat(60_000)}`], ['nothing but lines', dsn().replace('Reporting-MTA', '\r\n'.repeat(100_000))],
  ])('takes no time: %s', (_, mail) => {
    const began = performance.now();
    read(mail);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
