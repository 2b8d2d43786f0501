import { invitationProgressed, programmeSet, replyReceived, touchpointSet, type Channel } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { PhoneCompany } from '../../../test/phone-company.ts';
import { aMoment, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';
import { Loops } from '../../timer/loops.ts';

let company: PhoneCompany;
let dispatch: Dispatch;
beforeAll(async () => {
  company = await PhoneCompany.start();
  dispatch = await startDispatch({ env: company.env });
  company.service = dispatch.app.baseUrl;
  await programme('call-first', ['voice', 'email'], 'P3D');
  await programme('call-last', ['email', 'voice'], 'PT1S');
});
afterAll(async () => {
  await dispatch?.close();
  await company?.close();
});

async function programme(key: string, channels: Channel[], after: string, more: object = {}): Promise<void> {
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key, channels, reminders: [{ after, channel: 'next' }], quietHours: null, ...more });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key, name: key, programme: key, delay: 'PT0S' });
}
let last = 2_000_000;
async function ask(touchpoint: string) {
  const id = newId('call');
  const phone = `+97250${(last += 7)}`;
  await dispatch.post(visit(id, { touchpoint }, { phone, consent: { voice: true } }));
  const call = await eventually(`a call to ${phone}`, () => company.to(phone)[0]);
  const { invitation } = await dispatch.outcome(id);
  const messages = async () => (await dispatch.decision(id)).invitation.messages;
  return { id, phone, call, invitation: invitation.id as string, messages, mails: () => dispatch.mail.to(`${id}@example.com`) };
}
const stepsOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);

it('a call that reached nobody is followed by a mail at once, and is not made again', async () => {
  const { call, mails, invitation, messages, phone } = await ask('call-first');
  await call.ends('busy');
  const [mail] = await eventually('a mail', () => mails().length > 0 && mails());
  expect(mail!.subject).toBe('A reminder: one question from Meridian Bank');
  await eventually('told', () => stepsOf(invitation).includes('reminded'));
  expect(stepsOf(invitation)).toEqual(['sent', 'unreached', 'reminded']);
  expect(await messages()).toMatchObject([{ kind: 'first', channel: 'voice', fate: 'unreached' }, { kind: 'reminder', channel: 'email', fate: 'sent' }]);
  await dispatch.sql('UPDATE invitation SET next_attempt_at = now() WHERE id = $1', [invitation]);
  await aMoment(600);
  expect(company.to(phone)).toHaveLength(1);
});

it('a call is made, and made again, within the hours for calls only', async () => {
  const now = new Date();
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Jerusalem', hour: 'numeric', hourCycle: 'h23' }).format(now));
  const callHours = hour < 12 ? { from: '22:00', to: '23:00' } : { from: '01:00', to: '02:00' };
  await programme('call-by-day', ['voice'], 'P3D');
  const { call, invitation, id } = await ask('call-by-day');
  await programme('call-by-day', ['voice'], 'P3D', { callHours });
  await dispatch.post(visit(`${id}-new`, { touchpoint: 'call-by-day' }, { phone: '+972501999999', consent: { voice: true } }));
  const waiting = await eventually('waits', async () => { const one = await dispatch.decision(`${id}-new`); return one.reasonCode === 'QUIET_HOURS' && one; });
  expect(waiting).toMatchObject({ outcome: 'pending', reason: expect.stringContaining(' until ') });
  await call.ends('busy');
  await eventually('unreached', () => stepsOf(invitation).includes('unreached'));
  await dispatch.sql('UPDATE invitation SET next_attempt_at = now() WHERE id = $1', [invitation]);
  dispatch.app.app.get(Loops).wake('send');
  const again = await eventually('put off', async () => (await dispatch.sql<{ at: Date; last_error: string }>('SELECT next_attempt_at AS at, last_error FROM invitation WHERE id = $1 AND last_error LIKE $2', [invitation, '% until %']))[0]);
  expect(again.at.toISOString()).toBe(waiting.dueAt);
  expect(again.at.getTime()).toBeGreaterThan(now.getTime());
});

it('a call that was taken is no reason to write before its time', async () => {
  const { call, mails, messages } = await ask('call-first');
  await call.answer();
  await call.ends('completed');
  await aMoment(800);
  expect([mails().length, (await messages()).length]).toEqual([0, 1]);
});

it('a reminder by telephone says that it is one; where nobody takes it the mail counts as it did, and it is made again', async () => {
  const { call, invitation, messages } = await ask('call-last');
  await call.ends('busy');
  await eventually('unreached', async () => (await messages())[1].fate === 'unreached');
  expect(stepsOf(invitation)).toEqual(['sent', 'reminded']);
  const [row] = await dispatch.sql<{ status: string; next_attempt_at: Date }>('SELECT status, next_attempt_at FROM invitation WHERE id = $1', [invitation]);
  expect(row!.status).toBe('issued');
  expect(row!.next_attempt_at.getTime()).toBeGreaterThan(Date.now() + 10 * 60_000);

  const { call: taken, invitation: reached } = await ask('call-last');
  await taken.answer();
  expect(taken.said.join(' ')).toContain('We have asked you before');
  await taken.press('9');
  expect(await eventually('a reply', () => dispatch.neighbours.heardOf(replyReceived).find((one) => one.invitation === reached && one.score === 9))).toMatchObject({ channel: 'voice', message: 1 });
  await taken.ends('completed');
  await eventually('delivered', () => stepsOf(reached).includes('delivered'));
  expect(stepsOf(reached)).toEqual(['sent', 'reminded', 'delivered']);
});
