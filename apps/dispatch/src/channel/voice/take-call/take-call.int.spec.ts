import { decisionMade, invitationProgressed, replyReceived, wordsTopic, wordsWritten } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { PhoneCompany, sign, type PlacedCall } from '../../../../test/phone-company.ts';
import { aMoment, everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../../../test/start-dispatch.ts';
import { FetchRecordings } from '../recording/fetch-recordings.ts';
import { TwilioRecordings } from '../twilio/recordings.ts';

let company: PhoneCompany;
let dispatch: Dispatch;
beforeAll(async () => {
  company = await PhoneCompany.start();
  dispatch = await startDispatch({ env: { ...company.env, VOICE_TALK_TO: '+97233700199', VOICE_TALK_HOURS: 'Mon-Sun 00:00-24:00', VOICE_TRANSCRIBE: 'on', POLL_SECONDS: '1' } });
  company.service = dispatch.app.baseUrl;
});
afterAll(async () => {
  await dispatch?.close();
  await company?.close();
});

let last = 1_000_000;
const newNumber = () => `+97250${(last += 7)}`;
type Consent = { voice?: boolean; recording?: boolean };
const consented = { voice: true, recording: true };

/** A customer whom somebody calls. */
async function called(consent: Consent = consented, customer: Record<string, unknown> = {}): Promise<{ id: string; number: string; call: PlacedCall; invitation: string }> {
  const id = newId('call');
  const number = newNumber();
  await dispatch.post(visit(id, { touchpoint: 'call' }, { phone: number, consent, ...customer }));
  const call = await eventually(`a call to ${number}`, () => company.to(number)[0]);
  const { invitation } = await dispatch.outcome(id);
  return { id, number, call, invitation: invitation.id };
}
const repliesTo = (invitation: string) => dispatch.neighbours.heardOf(replyReceived).filter((one) => one.invitation === invitation);
const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter((one) => one.id === invitation).map((one) => one.progress);
const row = async (invitation: string) => (await dispatch.sql<{ status: string; next_attempt_at: Date; attempts: number; last_error: string }>('SELECT * FROM invitation WHERE id = $1', [invitation]))[0]!;
/** As if the time for the next call had come. */
const hurry = (invitation: string) => dispatch.sql("UPDATE invitation SET next_attempt_at = now() WHERE id = $1 AND status = 'issued'", [invitation]);

describe('a call', () => {
  it('is ordered for whoever consented, and the decision says so', async () => {
    const { id, call } = await called();
    expect(call.form).toMatchObject({ From: '+97233700100', Method: 'POST', MachineDetection: 'Enable', StatusCallbackEvent: 'completed', Timeout: '25', Record: 'false' });
    expect(call.form['Url']).toMatch(/^http:\/\/localhost:8080\/v1\/callbacks\/voice\/[\w-]{54}\/open$/);
    expect(await dispatch.decision(id)).toMatchObject({ outcome: 'invited', channel: 'voice', reasonCode: 'INVITED' });
    expect(dispatch.neighbours.heardOf(decisionMade).filter((one) => one.interaction.id === id)).toHaveLength(1);
  });

  it('asks in the language of the customer and takes a ten, which is told at once', async () => {
    const { call, invitation } = await called(consented, { language: 'he' });
    await call.answer();
    expect(call.said[0]).toContain('שיחה אוטומטית מאת Meridian Bank');
    await call.press('10');
    const began = performance.now();
    const [told] = await eventually('the reply', () => (repliesTo(invitation).length > 0 ? repliesTo(invitation) : undefined));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(told).toMatchObject({ channel: 'voice', score: 10 });
    expect(progressOf(invitation)).toEqual(['sent', 'delivered']);
  });

  it('brings what was said to those who may hear it, and nobody else; the provider keeps nothing', async () => {
    const { call, invitation } = await called();
    await call.answer();
    await call.press('9');
    const sid = await call.speak(12);
    await call.ends('completed');
    const reply = await eventually('the recording', () => repliesTo(invitation).find((one) => one.recording));
    expect(reply.recording).toMatchObject({ seconds: 12 });
    const sound = await dispatch.app.call('GET', `/v1/recordings/${reply.recording!.id}`, { as: northern });
    expect([sound.status, sound.headers.get('content-type'), sound.text]).toEqual([200, 'audio/x-wav', `RIFF of ${sid}`]);
    for (const as of [{ ...everybody, units: ['south'] }, { ...everybody, scopes: [] }]) expect([403, 404]).toContain((await dispatch.app.call('GET', `/v1/recordings/${reply.recording!.id}`, { as })).status);
    expect((await dispatch.app.call('GET', `/v1/recordings/${reply.recording!.id}`)).status).toBe(401);
    await eventually('forgotten there', () => !company.recordings.has(sid));
    expect(repliesTo(invitation).filter((one) => one.recording)).toHaveLength(1);
  });

  it('brings the words where the provider writes them down', async () => {
    const { call, invitation } = await called();
    await call.answer();
    await call.press('7');
    const { transcribeCallback } = call.waitsFor!.attributes;
    await call.tell(transcribeCallback!, { RecordingSid: 'RE1', TranscriptionStatus: 'completed', TranscriptionText: 'More staff at noon.' });
    expect(await eventually('the words', () => repliesTo(invitation).find((one) => one.comment))).toMatchObject({ comment: 'More staff at noon.' });
  });

  it('records nothing of whoever did not consent to it, even if somebody says so', async () => {
    const { call, invitation } = await called({ voice: true });
    await call.answer();
    await call.press('9');
    expect(call.waitsFor).toBeUndefined();
    expect(call.said.join(' ')).not.toMatch(/record|speak/i);
    const recording = call.form['Url']!.replace(/open$/, 'recording');
    expect((await call.tell(recording, { RecordingSid: 'RE2', RecordingDuration: '3' })).status).toBe(204);
    expect(await dispatch.sql('SELECT 1 FROM recording WHERE invitation = $1', [invitation])).toEqual([]);
  });

  it('puts a detractor who presses 1 through to a person, and tells that they want to be contacted', async () => {
    const { call, invitation } = await called();
    await call.answer();
    await call.press('2');
    await call.press('1');
    expect(call.waitsFor).toMatchObject({ name: 'Dial', attributes: { callerId: '+97233700100', record: 'do-not-record' }, children: [{ name: 'Number', text: '+97233700199' }] });
    await call.dialled('no-answer');
    expect(call.said).toContain('Everybody is busy at the moment. One of us will call you.');
    expect(await eventually('the wish', () => repliesTo(invitation).find((one) => one.contact))).toMatchObject({ contact: true });
  });

  it('stops for ever with star and nine, for the number, whoever uses it', async () => {
    const { call, number, invitation } = await called();
    await call.answer();
    await call.press('*9');
    expect(call.said.at(-1)).toContain('no more such calls');
    const next = newId('other');
    await dispatch.post(visit(next, { touchpoint: 'call' }, { phone: number, consent: { voice: true, sms: false } }));
    expect(await dispatch.outcome(next)).toMatchObject({ outcome: 'opted-out' });
    expect(company.to(number)).toHaveLength(1);
    expect(repliesTo(invitation)).toEqual([]);
  });

  it('asks nothing of whoever answers when the time is over', async () => {
    const { call, invitation } = await called();
    await dispatch.sql("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1", [invitation]);
    await call.answer();
    expect(call.waitsFor).toBeUndefined();
    expect(call.said.join(' ')).toContain('The time to answer our question is over');
  });
});

describe('somebody who is not reached', () => {
  it.each([['busy', 15], ['no-answer', 180], ['failed', 10]])('(%s) is called again after %i minutes', async (status, minutes) => {
    const { call, invitation, number, id } = await called();
    await call.ends(status);
    expect(await row(invitation)).toMatchObject({ status: 'issued' });
    expect(Math.round(((await row(invitation)).next_attempt_at.getTime() - Date.now()) / 60_000)).toBe(minutes);
    await hurry(invitation);
    const again = await eventually('another call', () => company.to(number)[1]);
    await again.answer();
    await again.press('8');
    await eventually('the reply', () => repliesTo(invitation)[0]);
    expect(await eventually('told', () => (progressOf(invitation).length >= 4 ? progressOf(invitation) : undefined))).toEqual(['sent', 'unreached', 'sent', 'delivered']);
    expect(dispatch.neighbours.heardOf(decisionMade).filter((one) => one.interaction.id === id)).toHaveLength(1);
  });

  it('is spared a message on the answering machine', async () => {
    const { call, invitation } = await called();
    const document = await call.answer('machine_start');
    expect(document.text).toContain('<Response><Hangup/></Response>');
    await call.ends('completed', { AnsweredBy: 'machine_start' });
    expect(await row(invitation)).toMatchObject({ status: 'issued', last_error: expect.stringContaining('a machine answered') });
    expect(await dispatch.sql('SELECT ending FROM call WHERE provider_id = $1', [call.sid])).toEqual([{ ending: 'machine' }]);
  });

  it('is called four times at most, and then counts as not reached', async () => {
    const { invitation, number } = await called();
    for (let times = 0; times < 4; times++) {
      const call = await eventually(`call ${times + 1}`, () => company.to(number)[times]);
      await call.ends('no-answer');
      await hurry(invitation);
    }
    expect(await row(invitation)).toMatchObject({ status: 'bounced' });
    await aMoment(300);
    expect(company.to(number)).toHaveLength(4);
    await eventually('told', () => progressOf(invitation).at(-1) === 'bounced');
  });

  it.each([
    ['withdraws their consent', (id: string, number: string) => dispatch.post(visit(newId('no'), { touchpoint: 'call', occurredAt: new Date(Date.now() + 1000).toISOString() }, { id: `C-${id}`, phone: number, consent: { voice: false } }))],
    ['opts out', (_id: string, number: string) => dispatch.sql("INSERT INTO suppression (channel, address, reason, since) VALUES ('voice', $1, 'opted-out', now())", [number])],
  ])('and %s between two calls is not called again', async (_what, say) => {
    const { call, invitation, number, id } = await called();
    await call.ends('busy');
    await say(id, number);
    await hurry(invitation);
    await eventually('ended', async () => (await row(invitation)).status === 'bounced');
    expect(company.to(number)).toHaveLength(1);
    expect(await dispatch.decision(id)).toMatchObject({ outcome: 'invited', channel: 'voice' });
  });

  it('because the number does not exist is never called again, by nobody', async () => {
    const { call, invitation, number } = await called();
    await call.ends('failed', { SipResponseCode: '404' });
    expect(await row(invitation)).toMatchObject({ status: 'bounced' });
    expect(await dispatch.sql("SELECT reason FROM suppression WHERE channel = 'voice' AND address = $1", [number])).toEqual([{ reason: 'bounced' }]);
  });

  it('was reached if they picked up and hung up: they are left alone', async () => {
    const { call, invitation } = await called();
    await call.answer();
    await call.ends('completed');
    expect(await row(invitation)).toMatchObject({ status: 'sent' });
    expect(repliesTo(invitation)).toEqual([]);
  });

  it('is not taken for reached if the end is told before the order was noted', async () => {
    company.manner = 'is-busy-at-once';
    const { call, invitation, number } = await called();
    company.manner = 'takes';
    await call.ends('busy');
    await aMoment(500);
    expect(await row(invitation)).toMatchObject({ status: 'issued', last_error: expect.stringContaining('called once; the line was busy') });
    expect(progressOf(invitation)).toEqual(['sent', 'unreached']);
    expect(company.to(number)).toHaveLength(1);
  });
});

describe('a callback that', () => {
  let one: Awaited<ReturnType<typeof called>>;
  let score: string;
  beforeAll(async () => {
    one = await called();
    await one.call.answer();
    score = one.call.waitsFor!.attributes['action']!;
  });

  it('is not signed, or signed by somebody else, or for something else, is refused', async () => {
    const fields = { CallSid: one.call.sid, Digits: '0' };
    for (const signature of ['', 'nonsense', sign(score, fields, 'another token'), sign(score, { ...fields, Digits: '9' }), sign(score.replace('/1', '/2'), fields)]) {
      expect((await company.post(score, fields, signature)).status).toBe(403);
    }
    expect(repliesTo(one.invitation)).toEqual([]);
  });

  it('is malformed says which field', async () => {
    expect(JSON.parse((await company.post(score, { Digits: '5' })).text)).toMatchObject({ status: 400, errors: [{ field: 'CallSid' }] });
    expect(JSON.parse((await one.call.ends('exploded')).text)).toMatchObject({ status: 400, errors: [{ field: 'CallStatus' }] });
    expect((await one.call.tell(score.replace('/1', '/7'), { Digits: '5' })).status).toBe(400);
    expect((await one.call.tell(score.replace(/voice\/./, 'voice/f'), { Digits: '5' })).status).toBe(403);
  });

  it('speaks of one call in the name of another is refused', async () => {
    const other = await called();
    await other.call.answer();
    expect((await company.post(score, { CallSid: other.call.sid, Digits: '5' })).status).toBe(403);
    expect([...repliesTo(one.invitation), ...repliesTo(other.invitation)]).toEqual([]);
  });

  it('comes twice counts once', async () => {
    const { call, invitation } = await called();
    await call.answer();
    const action = call.waitsFor!.attributes['action']!;
    for (let times = 0; times < 3; times++) expect((await call.tell(action, { Digits: '8', CallStatus: 'in-progress' })).status).toBe(200);
    await eventually('the reply', () => repliesTo(invitation)[0]);
    await aMoment(200);
    expect(repliesTo(invitation)).toHaveLength(1);
  });

  it('comes minutes after the call is refused', async () => {
    const { call, invitation } = await called();
    await call.answer();
    const action = call.waitsFor!.attributes['action']!;
    await call.ends('completed');
    await dispatch.sql("UPDATE call SET ended_at = now() - interval '3 minutes' WHERE provider_id = $1", [call.sid]);
    expect((await call.tell(action, { Digits: '0' })).status).toBe(403);
    expect(repliesTo(invitation)).toEqual([]);
  });
});

describe('a provider that', () => {
  afterEach(() => {
    company.manner = 'takes';
  });

  it.each(['throttles', 'errors'] as const)('%s delays and loses nothing', async (manner) => {
    company.manner = manner;
    const id = newId(manner);
    const number = newNumber();
    await dispatch.post(visit(id, { touchpoint: 'call' }, { phone: number, consent: consented }));
    await eventually('tried', async () => (await dispatch.decision(id))?.reasonCode === (manner === 'errors' ? 'PROVIDER_DOWN' : 'THROTTLED'));
    company.manner = 'takes';
    await eventually('called', () => company.to(number)[0]);
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
  });

  it('knows no such number ends it', async () => {
    company.manner = 'knows-no-such-number';
    const id = newId('wrong');
    const number = newNumber();
    await dispatch.post(visit(id, { touchpoint: 'call' }, { phone: number, consent: consented }));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited', reasonCode: 'BOUNCED' });
    expect(await dispatch.sql("SELECT 1 FROM suppression WHERE channel = 'voice' AND address = $1", [number])).toHaveLength(1);
  });
});

it('forgets what was said with the answer that it belongs to, and nothing else', async () => {
  const [gone, kept] = await Promise.all([called(), called()]);
  const answers = [];
  for (const { call, invitation } of [gone, kept]) {
    await call.answer();
    await call.press('7');
    await call.speak(5);
    const { recording } = await eventually('stored', () => repliesTo(invitation).find((one) => one.recording));
    answers.push(newId('answer'));
    await dispatch.neighbours.publish(wordsWritten, { response: answers.at(-1)!, revision: 1, recording: recording!, writtenAt: new Date().toISOString() });
  }
  await dispatch.neighbours.erase(wordsTopic, answers[0]!);
  const left = (invitation: string) => dispatch.sql('SELECT response FROM recording WHERE invitation = $1', [invitation]);
  await eventually('erased', async () => (await left(gone.invitation)).length === 0);
  expect(await left(kept.invitation)).toEqual([{ response: answers[1] }]);
});

it('forgets what no answer has claimed within a week', async () => {
  const { call, invitation } = await called();
  await call.answer();
  await call.press('7');
  await call.speak(5);
  await eventually('stored', () => repliesTo(invitation).find((one) => one.recording));
  const turnAfter = (days: number) =>
    new FetchRecordings(dispatch.app.app.get(DataSource), dispatch.app.app.get(Outbox), new TwilioRecordings({ url: '', accountSid: '', authToken: '' })).turn(new Date(Date.now() + days * 24 * 3600_000));
  await turnAfter(6.9);
  expect(await dispatch.sql('SELECT 1 FROM recording WHERE invitation = $1', [invitation])).toHaveLength(1);
  await turnAfter(7.1);
  expect(await dispatch.sql('SELECT 1 FROM recording WHERE invitation = $1', [invitation])).toEqual([]);
});

it('forgets what was said with the person who said it', async () => {
  const { id, call, invitation } = await called();
  await call.answer();
  await call.press('7');
  await call.speak(5);
  await eventually('stored', () => repliesTo(invitation).find((one) => one.recording));
  expect((await dispatch.app.call('DELETE', `/v1/customers/C-${id}`, { as: everybody })).status).toBe(204);
  expect(await dispatch.sql('SELECT 1 FROM recording WHERE invitation = $1', [invitation])).toEqual([]);
});
