import { everybody, startDispatch, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  // Nothing answers there: a preview sends nothing.
  dispatch = await startDispatch({ env: { SMPP_URL: 'smpp://candor:secret@127.0.0.1:1', SMPP_FROM: 'Meridian' } });
});
afterAll(() => dispatch?.close());

const preview = (query: string, as = everybody) => dispatch.app.call('GET', `/v1/messages/preview?${query}`, { as });

it('shows a text message with its segments, and that a sender of letters cannot be answered', async () => {
  const { status, body } = await preview('channel=sms&language=he-IL&programme=transactional');
  expect(status).toBe(200);
  expect(body).toMatchObject({ channel: 'sms', language: 'he', sms: { sender: 'Meridian', twoWay: false, conversation: [], question: { segments: { alphabet: 'UCS-2', perSegment: 67 } } } });
  expect(body.sms.question.text).toContain('Meridian Bank');
  expect(body.sms.question.text).toMatch(/\/r\/[0-9A-Za-z]{12}.*\/u\/[0-9A-Za-z]{12}/s);
});

it('shows a mail as it will be', async () => {
  const { body } = await preview('channel=email&language=ar');
  expect(body).toMatchObject({ channel: 'email', language: 'ar', programme: 'transactional' });
  expect(body.email.html).toContain('dir="rtl"');
  expect(body.email.html).not.toContain('{{');
  expect(body.email.subject).toContain('Meridian Bank');
});

it('shows a reminder with the words that make it one, and in a text the long link of a mail that came before', async () => {
  const mail = (await preview('channel=email&reminder=true')).body.email;
  expect([mail.subject, mail.text.includes('we asked you one question')]).toEqual(['A reminder: one question from Meridian Bank', true]);
  const text = (await preview('channel=sms&reminder=true')).body.sms.question.text;
  expect(text).toMatch(/^A reminder: How likely .*\/r\/[0-9A-Za-z]{22}/s);
});

it('shows what a call says, and that there is nobody to make it', async () => {
  const { body } = await preview('channel=voice&language=he');
  expect(body).toMatchObject({ channel: 'voice', language: 'he', voice: { caller: null, recorded: false } });
  expect(body.voice.steps[0]).toMatchObject({ kind: 'opening', then: 'keys' });
  expect(body.voice.steps[0].says[0]).toContain('Meridian Bank');
});

it.each([['channel=email&reminder=maybe', 'reminder'], ['channel=fax', 'channel'], ['', 'channel'], ['channel=sms&programme=nowhere', 'programme'], ['channel=sms&language=!', 'language'], ['channel=sms&colour=red', 'colour']])('names what is wrong with %j', async (query, field) => {
  expect(await preview(query)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

it('is for those who may read the programme', async () => {
  expect((await preview('channel=sms', { ...everybody, scopes: [] })).status).toBe(403);
});
