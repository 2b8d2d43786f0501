import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { MailServer } from '../../../../test/mail-server.ts';
import type { Message } from '../../channel.port.ts';
import { compileMails, type CompiledMails } from '../compile.ts';
import { SmtpProvider, type SmtpOptions } from './smtp.provider.ts';

const message: Message = {
  invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', address: 'noa@example.com', token: '7n42DGM5Tflk9n8mt7Fhc7', language: 'he', audience: 'customers', name: 'נועה "א" לוי 🙂\r\nBcc: all@example.com',
  brand: 'Alon & Sons', touchpoint: 'Visit', unit: 'Haifa', occurredAt: new Date('2026-11-22T12:00:00Z'), expiresAt: new Date('2026-12-22T12:00:00Z'), timeZone: 'Asia/Jerusalem',
};
let server: MailServer;
let mails: CompiledMails;
const providers: SmtpProvider[] = [];
const provider = (more: Partial<SmtpOptions> = {}): SmtpProvider => {
  const made = new SmtpProvider({ url: server.url, from: 'ask@candor.example', bounceDomain: 'bounce.example', publicUrl: 'https://ask.example.com', connections: 2, rate: 0, ...more }, mails);
  providers.push(made);
  return made;
};
beforeAll(async () => {
  [server, mails] = await Promise.all([MailServer.start(), compileMails()]);
});
afterAll(async () => {
  await Promise.all(providers.map((one) => one.close()));
  await server?.down();
});

describe('SmtpProvider', () => {
  it('hands a mail in, to one recipient whatever the name says', async () => {
    expect(await provider().send(message)).toEqual({ kind: 'accepted' });
    const [mail] = server.to('noa@example.com');
    expect(mail?.recipients).toEqual(['noa@example.com']);
    expect(mail?.sender).toMatch(/^bounce\+0f8c6c397a6e4f1e8c6f0d6b5e0f7a11\.[0-9a-f]{16}@bounce\.example$/);
    expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });

  it('signs every mail so that both unsubscribe headers are covered, where there is a key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const dkim = { domainName: 'candor.example', keySelector: 's1', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    await provider({ dkim }).send({ ...message, address: 'signed@example.com' });
    const { raw } = server.to('signed@example.com')[0]!;
    const [head = '', body = ''] = split(raw);
    const fields = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    const signature = fields.find((field) => /^DKIM-Signature:/i.test(field)) ?? '';
    const tag = (name: string): string => new RegExp(`[;\\s]${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? '';
    const signed = tag('h').toLowerCase().split(':');
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']));
    expect(tag('d')).toBe('candor.example');

    // RFC 6376, relaxed/simple, as the receiving side computes it.
    expect(tag('c')).toBe('relaxed/simple');
    expect(createHash('sha256').update(body.replace(/(\r\n)*$/, '\r\n'), 'utf8').digest('base64')).toBe(tag('bh'));
    const relaxed = (field: string): string => `${field.slice(0, field.indexOf(':')).toLowerCase().trim()}:${field.slice(field.indexOf(':') + 1).replace(/[ \t]+/g, ' ').trim()}`;
    const covered = signed.map((name) => relaxed(fields.find((field) => field.toLowerCase().startsWith(`${name}:`)) ?? ''));
    const unsigned = relaxed(signature.replace(/([;\s]b=)[^;]*$/, '$1'));
    expect(createVerify('RSA-SHA256').update([...covered, unsigned].join('\r\n')).verify(publicKey, Buffer.from(tag('b'), 'base64'))).toBe(true);
  });

  it('writes names and subjects that a reader reads back, in both parts', async () => {
    await provider().send({ ...message, address: 'reader@example.com' });
    const mail = server.to('reader@example.com')[0]!;
    expect(mail.from?.value).toEqual([{ name: 'Alon & Sons', address: 'ask@candor.example' }]);
    expect(mail.to).toMatchObject({ value: [{ name: 'נועה "א" לוי 🙂 Bcc: all@example.com', address: 'reader@example.com' }] });
    expect(mail.subject).toContain('Alon & Sons');
    expect(mail.text).toContain('שלום נועה');
    expect(mail.html).toContain('href="https://ask.example.com/r/7n42DGM5Tflk9n8mt7Fhc7?score=10"');
    expect(mail.messageId).toBe('<0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11@candor.example>');
    for (const line of mail.raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('sends on after a refusal, over the connections that it has', async () => {
    server.behaviours.set('refused@example.com', 'unknown-mailbox');
    const one = provider({ connections: 1 });
    const before = server.connections;
    for (const address of ['a@example.com', 'refused@example.com', 'b@example.com', 'c@example.com']) await one.send({ ...message, address });
    expect(['a', 'b', 'c'].map((name) => server.to(`${name}@example.com`).length)).toEqual([1, 1, 1]);
    expect(server.connections - before).toBe(1);
  });

  it('goes on over new connections once the server is back', async () => {
    const one = provider();
    await one.send(message);
    await server.down();
    expect(await one.send(message)).toMatchObject({ kind: 'unavailable' });
    await server.up();
    expect(await one.send(message)).toEqual({ kind: 'accepted' });
  });

  it('says what became of a mail instead of throwing', async () => {
    server.behaviours.set('gone@example.com', 'unknown-mailbox').set('grey@example.com', 'greylists');
    const one = provider();
    expect(await one.send({ ...message, address: 'gone@example.com' })).toEqual({ kind: 'refused', reason: '550 5.1.1 no such mailbox here', addressAtFault: true });
    expect(await one.send({ ...message, address: 'grey@example.com' })).toEqual({ kind: 'deferred', reason: '451 4.7.1 try again later' });
    expect(await provider({ url: 'smtp://127.0.0.1:1' }).send(message)).toMatchObject({ kind: 'unavailable' });
  });
});

function split(raw: string): [string, string] {
  const end = raw.indexOf('\r\n\r\n');
  return [raw.slice(0, end), raw.slice(end + 4)];
}
