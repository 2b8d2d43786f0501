import { randomUUID } from 'node:crypto';
import { replyReceived, responseAmended, responseChange, responseRecorded, wordsWritten, type DataOf } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { invite, staffSee } from '../../../test/invitations.ts';
import { everybody, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

type Reply = DataOf<typeof replyReceived>;
const publish = (reply: Reply) => ingestion.neighbours.publish(replyReceived, reply);
/** Resolves when it was taken. @returns what became of it */
async function reply(invitation: string, said: Partial<Reply>): Promise<string> {
  const id = said.id ?? `SM${randomUUID()}`;
  await publish({ id, invitation, channel: 'sms', at: new Date().toISOString(), ...said });
  return outcomeOf(id);
}
const outcomeOf = (id: string) =>
  eventually(`reply ${id}`, async () => (await ingestion.sql<{ outcome: string }>('SELECT outcome FROM reply WHERE id = $1', [id]))[0]?.outcome);
const answerTo = async (invitation: string) =>
  (await ingestion.sql<{ id: string; revision: number; score: number; comment: string | null; channel: string; recording: unknown }>('SELECT * FROM response WHERE invitation = $1', [invitation]))[0];
const heard = (id: string, type: string, revision: number) =>
  eventually(`${type} ${revision}`, () => ingestion.neighbours.heard(id).find((event) => event.type === type && (event.data as { revision: number }).revision === revision));

describe('a score that comes back on its channel', () => {
  it('counts like one by the link, on the channel it came on', async () => {
    const { invitation } = await invite(ingestion, { channel: 'email' });
    expect(await reply(invitation.id, { score: 9, channel: 'voice', message: 1 })).toBe('recorded');
    const { id } = (await answerTo(invitation.id))!;
    const recorded = responseChange.parse((await heard(id, responseRecorded.type, 1)).data);
    expect(recorded).toMatchObject({ invitation: invitation.id, message: 1, person: invitation.person, before: null, after: { score: 9, channel: 'voice', touchpoint: 'branch-visit', path: ['bank', 'north', 'haifa-1'] } });
  });

  it('counts once, however often it is delivered', async () => {
    const { invitation } = await invite(ingestion);
    const said: Reply = { id: `SM${randomUUID()}`, invitation: invitation.id, channel: 'sms', at: new Date().toISOString(), score: 2 };
    for (let n = 0; n < 3; n++) await publish(said);
    await outcomeOf(said.id);
    expect(await reply(invitation.id, { comment: 'because' })).toBe('amended');
    await publish({ ...said, score: 10 });
    expect(await reply(invitation.id, { score: 2 })).toBe('unchanged');
    expect(await answerTo(invitation.id)).toMatchObject({ revision: 2, score: 2, comment: 'because' });
  });

  it('is followed by its reason, in as many messages as it takes, without card numbers', async () => {
    const { invitation } = await invite(ingestion, { language: 'he' });
    await reply(invitation.id, { score: 3 });
    await reply(invitation.id, { comment: 'Waited 40 minutes' });
    await reply(invitation.id, { comment: 'with my card 4111 1111 1111 1111' });
    const answer = (await answerTo(invitation.id))!;
    expect(answer).toMatchObject({ revision: 3, score: 3, comment: 'Waited 40 minutes\nwith my card [card number]' });
    expect((await heard(answer.id, wordsWritten.type, 3)).data).toMatchObject({ language: 'he', person: invitation.person, comment: answer.comment });
  });

  it('brings the words that came before it', async () => {
    const { invitation } = await invite(ingestion);
    expect(await reply(invitation.id, { comment: 'Nobody explained why' })).toBe('held');
    expect(await answerTo(invitation.id)).toBeUndefined();
    expect(await reply(invitation.id, { score: 1, comment: 'never again' })).toBe('recorded');
    expect(await answerTo(invitation.id)).toMatchObject({ revision: 1, score: 1, comment: 'Nobody explained why\nnever again' });
    expect(await ingestion.sql('SELECT 1 FROM reply WHERE invitation = $1 AND comment IS NOT NULL', [invitation.id])).toEqual([]);
  });

  it('keeps where the spoken reason is', async () => {
    const { invitation } = await invite(ingestion);
    await reply(invitation.id, { score: 4, channel: 'voice' });
    expect(await reply(invitation.id, { recording: { id: 'RE1', seconds: 12 }, channel: 'voice' })).toBe('amended');
    const answer = (await answerTo(invitation.id))!;
    expect(answer.recording).toEqual({ id: 'RE1', seconds: 12 });
    expect((await ingestion.call('GET', `/v1/responses/${answer.id}`, { as: everybody })).body).toMatchObject({ score: 4, recording: { id: 'RE1', seconds: 12 } });
    expect((await heard(answer.id, wordsWritten.type, 2)).data).toMatchObject({ recording: { id: 'RE1', seconds: 12 } });
  });
});

it('keeps the wish to be called', async () => {
  const { invitation } = await invite(ingestion);
  await reply(invitation.id, { score: 2, channel: 'voice' });
  expect(await reply(invitation.id, { contact: true, channel: 'voice' })).toBe('amended');
  const { id } = (await answerTo(invitation.id))!;
  expect(responseChange.parse((await heard(id, responseAmended.type, 2)).data)).toMatchObject({ contactAllowed: true });
});

describe('two answers on two channels to one invitation', () => {
  const post = (token: string, fields: Record<string, string>) =>
    ingestion.call('POST', `/r/${token}`, { body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' } });

  it('are one: the first counts, the second amends it', async () => {
    const { token, invitation } = await invite(ingestion);
    expect((await post(token, { score: '9' })).status).toBe(201);
    expect(await reply(invitation.id, { score: 4 })).toBe('amended');
    const answer = (await answerTo(invitation.id))!;
    expect(responseChange.parse((await heard(answer.id, responseAmended.type, 2)).data)).toMatchObject({ before: { score: 9, channel: 'email' }, after: { score: 4, channel: 'email' } });
  });

  it('are one when they come at the same moment', async () => {
    const invited = await Promise.all(Array.from({ length: 10 }, () => invite(ingestion)));
    const ids = invited.map(() => `SM${randomUUID()}`);
    await Promise.all(invited.flatMap(({ token, invitation }, n) => [
      publish({ id: ids[n]!, invitation: invitation.id, channel: 'sms', at: new Date().toISOString(), score: 8 }), post(token, { score: '8' }),
    ]));
    for (const id of ids) expect(['recorded', 'unchanged']).toContain(await outcomeOf(id));
    for (const { invitation } of invited) expect(await answerTo(invitation.id)).toMatchObject({ revision: 1, score: 8 });
  });

  it('can be words by message, and then a score by the link', async () => {
    const { token, invitation } = await invite(ingestion);
    await reply(invitation.id, { comment: 'Nobody explained why' });
    await post(token, { score: '2' });
    expect(await answerTo(invitation.id)).toMatchObject({ score: 2, comment: 'Nobody explained why' });
  });
});

describe('a reply that comes too late', () => {
  it('is not an answer once the invitation has expired, unless it was given in time', async () => {
    const { invitation } = await invite(ingestion, { expiresAt: new Date(Date.now() - 60_000).toISOString() });
    expect(await reply(invitation.id, { score: 9 })).toBe('expired');
    expect(await reply(invitation.id, { comment: 'too late' })).toBe('expired');
    expect(await answerTo(invitation.id)).toBeUndefined();
    expect(await reply(invitation.id, { score: 7, at: new Date(Date.now() - 120_000).toISOString() })).toBe('recorded');
  });

  it('does not move a score that staff have seen; its words are still heard', async () => {
    const { invitation } = await invite(ingestion);
    await reply(invitation.id, { score: 3 });
    const { id } = (await answerTo(invitation.id))!;
    await staffSee(ingestion, id);
    await eventually('locked', async () => (await ingestion.sql('SELECT 1 FROM response WHERE id = $1 AND locked_at IS NOT NULL', [id])).length > 0);
    expect(await reply(invitation.id, { score: 10 })).toBe('locked');
    expect(await reply(invitation.id, { comment: 'They called back' })).toBe('amended');
    expect(await answerTo(invitation.id)).toMatchObject({ score: 3, comment: 'They called back' });
  });

  it('is set aside when nobody was invited, and holds nobody else up', async () => {
    expect(await reply(randomUUID(), { score: 9 })).toBe('unknown');
  });
});
