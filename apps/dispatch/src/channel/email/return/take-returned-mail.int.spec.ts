import { invitationProgressed } from '@candor/contracts';
import { eventually } from '@candor/testing';
import nodemailer from 'nodemailer';
import { arf, autoReply, dsn } from '../../../../test/returned-mails.ts';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../../../test/start-dispatch.ts';
import { returnAddress } from './return-address.ts';
import { TakeReturnedMail } from './take-returned-mail.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch({ env: { BOUNCE_PORT: '0' } });
});
afterAll(() => dispatch?.close());

/** Returns a mail to where it came from, as a mail server does. */
const giveBack = (to: string, raw: string | Buffer) =>
  nodemailer.createTransport({ host: '127.0.0.1', port: dispatch.app.app.get(TakeReturnedMail).port, ignoreTLS: true }).sendMail({ envelope: { from: '', to }, raw });
const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);
const applied = () => eventually('applied', async () => (await dispatch.sql('SELECT 1 FROM delivery_receipt')).length === 0);
const suppressed = async (id: string) => (await dispatch.sql<{ reason: string }>('SELECT reason FROM suppression WHERE address = $1', [`${id}@example.com`]))[0]?.reason;
async function ask() {
  const id = newId('mail');
  await dispatch.post(visit(id, { touchpoint: 'often' }));
  const { invitation } = await dispatch.outcome(id);
  return { id, invitation: invitation.id as string, sender: dispatch.mail.to(`${id}@example.com`)[0]!.sender };
}
/** What becomes of the next visit of the same customer. */
async function next(id: string) {
  const again = newId('again');
  await dispatch.post(visit(again, { touchpoint: 'often' }, { id: `C-${id}`, email: `${id}@example.com` }));
  return dispatch.outcome(again);
}

describe('a mail that is returned', () => {
  it('because its address does not exist counts as bounced, once however often it comes, and the address is not written to again', async () => {
    const { id, invitation, sender } = await ask();
    for (let n = 0; n < 2; n++) await giveBack(sender, dsn());
    await eventually('bounced', () => progressOf(invitation).includes('bounced'));
    await giveBack(sender, dsn());
    await applied();
    expect(progressOf(invitation)).toEqual(['sent', 'bounced']);
    expect(await next(id)).toMatchObject({ outcome: 'no-address', reasonCode: 'ADDRESS_BOUNCED' });
  });

  it('because the mailbox is full counts as bounced, and the next one is sent', async () => {
    const { id, invitation, sender } = await ask();
    await giveBack(sender, dsn({ status: '5.2.2', diagnostic: 'smtp; 552 full' }));
    await eventually('bounced', () => progressOf(invitation).includes('bounced'));
    expect(await next(id)).toMatchObject({ outcome: 'invited' });
  });

  it('after it was called delivered is bounced all the same', async () => {
    const { invitation, sender } = await ask();
    await giveBack(sender, dsn({ action: 'delivered', status: '2.0.0' }));
    await eventually('delivered', () => progressOf(invitation).includes('delivered'));
    await giveBack(sender, dsn());
    await eventually('bounced', () => progressOf(invitation).includes('bounced'));
    expect(progressOf(invitation)).toEqual(['sent', 'delivered', 'bounced']);
  });

  it('before its sending was noted is bounced, and then not sent', async () => {
    const { id, invitation, sender } = await ask();
    await dispatch.sql("UPDATE invitation SET status = 'issued', sent_at = NULL, revision = 0, lease_until = now() + interval '2 seconds' WHERE id = $1", [invitation]);
    await giveBack(sender, dsn());
    await eventually('bounced', () => progressOf(invitation).includes('bounced'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(1);
  });

  it('as delayed, or by somebody on leave, changes nothing', async () => {
    const { id, invitation, sender } = await ask();
    for (const mail of [dsn({ action: 'delayed', status: '4.4.1' }), autoReply, 'Subject: hello\r\n\r\nWho are you?']) await giveBack(sender, mail);
    await applied();
    expect([progressOf(invitation), await suppressed(id)]).toEqual([['sent'], undefined]);
  });

  it('as spam ends all questions to its address', async () => {
    const { id, invitation, sender } = await ask();
    await giveBack(sender, arf());
    await eventually('suppressed', async () => (await suppressed(id)) === 'complained');
    expect(progressOf(invitation)).not.toContain('bounced');
    expect(await next(id)).toMatchObject({ outcome: 'opted-out', reasonCode: 'COMPLAINED' });
  });

  it('with a large original after its report is taken', async () => {
    const { invitation, sender } = await ask();
    await giveBack(sender, dsn().replace('Hello', 'x'.repeat(998).concat('\r\n').repeat(700)));
    await eventually('bounced', () => progressOf(invitation).includes('bounced'));
  });
});

describe('mail to an address', () => {
  it.each([
    ['that is none of ours', () => 'postmaster@candor.example'],
    ['of another invitation, with the code of this one', (sender: string) => sender.replace(/\+[0-9a-f]{4}/, '+0000')],
    ['with a guessed code', (sender: string) => sender.replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@')],
    ['without a code', (sender: string) => sender.replace(/\.[0-9a-f]{16}@/, '@')],
  ])('%s is refused, and nobody suppressed', async (_, forge) => {
    const { id, sender } = await ask();
    await expect(giveBack(forge(sender), dsn())).rejects.toMatchObject({ responseCode: 550 });
    expect(await suppressed(id)).toBeUndefined();
  });

  it('of a customer who was forgotten is refused', async () => {
    const { id, invitation, sender } = await ask();
    const answer = await dispatch.app.call('DELETE', `/v1/customers/C-${id}`, { as: everybody });
    expect(answer.status).toBeLessThan(300);
    // Nor with a code made without a secret.
    for (const address of [sender, returnAddress(invitation, '', 'candor.example')]) await expect(giveBack(address, dsn())).rejects.toMatchObject({ responseCode: 550 });
  });
});
