import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { invitationProgressed } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { SnsService } from '../../../../test/sns-service.ts';
import { newId, startDispatch, visit, type Dispatch } from '../../../../test/start-dispatch.ts';

const SECRET = 'postmark:a-long-password';
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let sns: SnsService;
let dispatch: Dispatch;
beforeAll(async () => {
  sns = await SnsService.start();
  dispatch = await startDispatch({ env: { ...sns.env, SENDGRID_WEBHOOK_KEY: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), POSTMARK_WEBHOOK_AUTH: SECRET } });
});
afterAll(async () => {
  await dispatch?.close();
  await sns?.close();
});

const post = (provider: string, body: string, headers: Record<string, string>, to = dispatch.app) => to.call('POST', `/v1/callbacks/${provider}`, { headers, body });
const bySns = (message: object) => post('ses', JSON.stringify(message), { 'content-type': 'text/plain; charset=UTF-8' });
const bySes = (message: object) => bySns(sns.signed({ Message: JSON.stringify(message) }));
const bySendGrid = (events: unknown, { at = new Date(), key = privateKey, sent = JSON.stringify(events, null, 1) } = {}) => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = sign('sha256', Buffer.from(timestamp + JSON.stringify(events, null, 1)), key).toString('base64');
  return post('sendgrid', sent, { 'content-type': 'application/json', 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': timestamp });
};
const byPostmark = (record: unknown, secret = SECRET) => post('postmark', JSON.stringify(record), { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(secret).toString('base64')}` });

const progressOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation).map(({ progress }) => progress);
const applied = () => eventually('applied', async () => (await dispatch.sql('SELECT 1 FROM delivery_receipt')).length === 0);
const suppressed = async (id: string) => (await dispatch.sql<{ reason: string }>('SELECT reason FROM suppression WHERE address = $1', [`${id}@example.com`]))[0]?.reason;
async function ask() {
  const id = newId('mail');
  await dispatch.post(visit(id, { touchpoint: 'often' }));
  const { invitation } = await dispatch.outcome(id);
  const mail = dispatch.mail.to(`${id}@example.com`)[0]!;
  await eventually('sent', () => progressOf(invitation.id).includes('sent'));
  return { id, invitation: invitation.id as string, mail, source: mail.sender };
}
type Asked = Awaited<ReturnType<typeof ask>>;

const sesBounce = (source: string, bounceType: string, recipient: object) => ({ notificationType: 'Bounce', mail: { source, messageId: 'x' }, bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [recipient] } });
const hard = { emailAddress: 'a@example.com', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 <a@example.com> unknown' };
const SAYS = {
  hard: {
    ses: ({ source }: Asked) => bySes(sesBounce(source, 'Permanent', hard)),
    sendgrid: ({ mail }: Asked) => bySendGrid([{ event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 unknown', 'smtp-id': mail.messageId }]),
    postmark: ({ invitation }: Asked) => byPostmark({ RecordType: 'Bounce', Type: 'HardBounce', Details: '550 unknown', Metadata: { invitation } }),
  },
  soft: {
    ses: ({ source }: Asked) => bySes(sesBounce(source, 'Transient', { ...hard, status: '4.2.2' })),
    sendgrid: ({ invitation }: Asked) => bySendGrid([{ event: 'bounce', type: 'blocked', status: '5.7.1', invitation }]),
    postmark: ({ invitation }: Asked) => byPostmark({ RecordType: 'Bounce', Type: 'SoftBounce', Metadata: { invitation } }),
  },
  complaint: {
    ses: ({ source }: Asked) => bySes({ eventType: 'Complaint', mail: { source }, complaint: { complainedRecipients: [{ emailAddress: 'a@example.com' }], complaintFeedbackType: 'abuse' } }),
    sendgrid: ({ invitation }: Asked) => bySendGrid([{ event: 'spamreport', invitation }]),
    postmark: ({ invitation }: Asked) => byPostmark({ RecordType: 'SpamComplaint', Metadata: { invitation } }),
  },
  delivered: {
    ses: ({ source }: Asked) => bySes({ notificationType: 'Delivery', mail: { source }, delivery: {} }),
    sendgrid: ({ invitation }: Asked) => bySendGrid([{ event: 'processed', invitation }, { event: 'delivered', invitation }]),
    postmark: ({ invitation }: Asked) => byPostmark({ RecordType: 'Delivery', Metadata: { invitation } }),
  },
  nothing: {
    ses: ({ source }: Asked) => bySes(sesBounce(source, 'Transient', { emailAddress: 'a@example.com' })),
    sendgrid: ({ invitation }: Asked) => bySendGrid([{ event: 'open', invitation }, { event: 'deferred', invitation }]),
    postmark: ({ invitation }: Asked) => byPostmark({ RecordType: 'Bounce', Type: 'AutoResponder', Metadata: { invitation } }),
  },
};

describe.each(['ses', 'sendgrid', 'postmark'] as const)('what %s says', (provider) => {
  it('of an address that does not exist bounces the mail and suppresses the address, once however often it is said', async () => {
    const asked = await ask();
    for (let n = 0; n < 3; n++) expect((await SAYS.hard[provider](asked)).status).toBe(204);
    await eventually('bounced', () => progressOf(asked.invitation).includes('bounced'));
    await applied();
    expect([progressOf(asked.invitation), await suppressed(asked.id)]).toEqual([['sent', 'bounced'], 'bounced']);
    expect(JSON.stringify(dispatch.neighbours.heardOf(invitationProgressed))).not.toContain('a@example.com');
  });

  it('of one mail that did not arrive bounces it, and no more', async () => {
    const asked = await ask();
    expect((await SAYS.soft[provider](asked)).status).toBe(204);
    await eventually('bounced', () => progressOf(asked.invitation).includes('bounced'));
    expect(await suppressed(asked.id)).toBeUndefined();
  });

  it('of a complaint ends all questions to the address', async () => {
    const asked = await ask();
    expect((await SAYS.complaint[provider](asked)).status).toBe(204);
    await eventually('suppressed', async () => (await suppressed(asked.id)) === 'complained');
    expect(progressOf(asked.invitation)).not.toContain('bounced');
  });

  it('of a delivery is told, and what says nothing changes nothing', async () => {
    const [arrived, quiet] = [await ask(), await ask()];
    expect((await SAYS.delivered[provider](arrived)).status).toBe(204);
    expect((await SAYS.nothing[provider](quiet)).status).toBe(204);
    await eventually('delivered', () => progressOf(arrived.invitation).includes('delivered'));
    await applied();
    expect([progressOf(quiet.invitation), await suppressed(quiet.id)]).toEqual([['sent'], undefined]);
  });

  it('is at an address that is not there unless it is set up', async () => {
    const plain = await dispatch.another({ SES_TOPIC_ARNS: '', SENDGRID_WEBHOOK_KEY: '', POSTMARK_WEBHOOK_AUTH: '' });
    const answer = await post(provider, '[]', { 'content-type': 'application/json' }, plain);
    await dispatch.stop(plain);
    expect(answer.status).toBe(404);
  });
});

describe('a notice of SES', () => {
  const forged = (change: Record<string, string>) => ({ ...sns.signed({ Message: JSON.stringify({ notificationType: 'Delivery', mail: {} }) }), ...change });
  it.each([
    ['that was changed', () => forged({ Message: '{}' })],
    ['that somebody else signed', () => sns.signed({}, 'stranger')],
    ['of a topic of somebody else', () => sns.signed({ TopicArn: 'arn:aws:sns:eu-west-1:999999999999:theirs' })],
    ['whose certificate lies elsewhere', () => sns.signed({ SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.example.com/cert.pem' })],
    ['whose certificate is no certificate', () => sns.signed({ SigningCertURL: `${sns.url}/cert` })],
    ['whose certificate is over', () => sns.signed({ SigningCertURL: `${sns.url}/expired.pem` })],
    ['of the day before yesterday', () => sns.signed({ Timestamp: new Date(Date.now() - 48 * 3_600_000).toISOString() })],
    ['that confirms a subscription elsewhere', () => sns.signed({ Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: 'https://example.com/' })],
  ])('%s is refused', async (_, message) => expect((await bySns(message())).status).toBe(403));

  it('is believed in both versions of the signature, and its certificate is fetched once', async () => {
    sns.asked.length = 0;
    for (const SignatureVersion of ['1', '2']) expect((await bySns(sns.signed({ SignatureVersion, Subject: 'Amazon SES' }))).status).toBe(204);
    expect(sns.asked.filter((url) => url === '/cert.pem').length).toBeLessThanOrEqual(1);
  });
  it('that asks whether the subscription is wanted is answered', async () => {
    expect((await bySns(sns.signed({ Type: 'SubscriptionConfirmation', Token: 'secret', SubscribeURL: `${sns.url}/?Action=ConfirmSubscription&Token=secret` }))).status).toBe(204);
    expect(sns.asked).toContain('/?Action=ConfirmSubscription&Token=secret');
  });
  it('is to be posted again while the certificate cannot be had, and a redirect is not followed', async () => {
    for (const path of ['gone.pem', 'moved.pem']) expect((await bySns(sns.signed({ SigningCertURL: `${sns.url}/${path}` }))).status).toBe(503);
  });
  it.each([['no JSON', 'x', 'body'], ['no message', '{"Type":"Notification"}', 'MessageId']])('that is %s is malformed', async (_, body, field) => {
    expect(await post('ses', body, { 'content-type': 'text/plain' })).toMatchObject({ status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ field })]) } });
  });
  it('whose inside is not what was agreed is malformed, and one about no mail of ours is forgotten', async () => {
    expect(await bySes({ notificationType: 'Bounce', mail: {}, bounce: { bounceType: 'Odd', bouncedRecipients: [] } })).toMatchObject({ status: 400, body: { errors: [{ field: 'bounce.bounceType' }] } });
    expect((await bySes(sesBounce('somebody@example.com', 'Permanent', hard))).status).toBe(204);
  });
});

describe('a notice of SendGrid', () => {
  it('that is unsigned, signed by somebody else, changed on the way, or stale is refused', async () => {
    const events = [{ event: 'delivered' }];
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect((await post('sendgrid', '[]', { 'content-type': 'application/json' })).status).toBe(403);
    expect((await bySendGrid(events, { key: stranger })).status).toBe(403);
    expect((await bySendGrid(events, { sent: JSON.stringify(events) })).status).toBe(403);
    expect(await bySendGrid(events, { at: new Date(Date.now() - 600_000) })).toMatchObject({ status: 403, body: { code: 'CALLBACK.STALE' } });
  });
  it('that is not what was agreed is malformed', async () => {
    expect(await bySendGrid([{ event: 'open' }, { event: 7 }])).toMatchObject({ status: 400, body: { errors: [{ field: expect.stringMatching(/1.*event/) }] } });
    expect((await bySendGrid({})).status).toBe(400);
  });
  it('tells several mails at once, and of those that are not ours nothing', async () => {
    const [one, two] = [await ask(), await ask()];
    expect((await bySendGrid([...[one, two].map(({ invitation }) => ({ event: 'bounce', status: '5.1.1', invitation })), { event: 'bounce', invitation: randomUUID() }, { event: 'bounce', invitation: 'other' }])).status).toBe(204);
    await eventually('bounced', () => [one, two].every(({ invitation }) => progressOf(invitation).includes('bounced')));
  });
});

describe('a notice of Postmark', () => {
  it.each(['postmark:a-long-passwore', 'postmark', ''])('with the credentials %j is refused', async (secret) => expect((await byPostmark({ RecordType: 'Delivery' }, secret)).status).toBe(403));
  it('that is not what was agreed is malformed', async () => expect(await byPostmark({})).toMatchObject({ status: 400, body: { errors: [{ field: 'RecordType' }] } }));
});

it('mails carry what the providers that are set up give back', async () => {
  const { mail, invitation } = await ask();
  expect([mail.headers.get('x-smtpapi'), mail.headers.get('x-pm-metadata-invitation')]).toEqual([JSON.stringify({ unique_args: { invitation } }), invitation]);
});
