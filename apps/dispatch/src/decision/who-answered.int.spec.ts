import { programmeSet, responseRecorded, touchpointSet } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';

let dispatch: Dispatch;
const id = newId('whisper');
const get = (path: string) => dispatch.app.call('GET', path, { as: everybody });

beforeAll(async () => {
  dispatch = await startDispatch();
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'whisper', anonymous: true, frequency: null, reminders: [{ after: 'P3D', channel: 'same' }] });
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'whisper', name: 'whisper', programme: 'whisper', delay: 'PT0S' });
  for (const name of ['told', 'silent']) {
    await eventually('the programme known', async () => (await dispatch.post(visit(`${id}-${name}`, { touchpoint: 'whisper', servedBy: { id }, account: { id, name: 'Levi & Sons' } }))).status === 202);
    await dispatch.outcome(`${id}-${name}`);
  }
  const sent = (name: string) => dispatch.sql<{ id: string; status: string }>('SELECT i.id, i.status FROM invitation i JOIN decision d ON d.invitation = i.id WHERE d.event_id = $1', [`${id}-${name}`]);
  for (const name of ['told', 'silent']) await eventually('sent', async () => (await sent(name))[0]?.status === 'sent');
  const [told] = await sent('told');
  await dispatch.sql('UPDATE invitation SET opened_at = now(), started_at = now() WHERE id = $1', [told!.id]);
  await dispatch.neighbours.publish(responseRecorded, { ...responseRecorded.sample, id: newId('answer'), invitation: told!.id });
  await eventually('answered', async () => (await dispatch.sql('SELECT 1 FROM invitation WHERE id = $1 AND answered', [told!.id])).length === 1);
  const audio = `INSERT INTO recording (id, provider_id, invitation, unit, seconds, spoken_at, audio, content_type, stored_at) VALUES ($1, $2, $1, 'haifa-1', 3, now(), 'x', 'audio/wav', now())`;
  await dispatch.sql(audio, [told!.id, id]);
});
afterAll(() => dispatch?.close());

it('of an anonymous programme the ledger shows who was asked, and the same of who answered as of who did not', async () => {
  const { body } = await get(`/v1/decisions?servedBy=${id}`);
  const shown = body.data.map(({ invitation }: { invitation: { status: string; messages: unknown[] } }) => [Object.keys(invitation).sort(), invitation.status, invitation.messages.length]);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toEqual(shown[1]);
  expect(shown[0]).toEqual([['attempts', 'id', 'messages', 'sentAt', 'status'], 'sent', 1]);
});

it('its list does not tell them apart by how far they came', async () => {
  for (const stage of ['opened', 'started', 'answered']) {
    expect((await get(`/v1/decisions?servedBy=${id}&${stage}=true`)).body.data).toEqual([]);
    expect((await get(`/v1/decisions?servedBy=${id}&${stage}=false`)).body.data).toHaveLength(2);
  }
});

it('its sums and the coverage of accounts count nobody as having answered', async () => {
  expect((await get(`/v1/decisions/summary?servedBy=${id}`)).body.total).toMatchObject({ invited: 2, opened: 0, started: 0, answered: 0 });
  expect((await get(`/v1/accounts/${id}`)).body).toMatchObject({ contacts: { asked: 2, answered: 0 }, people: [{ answered: false }, { answered: false }] });
});

it('what somebody said in a call is not to be heard', async () => {
  const [recording] = await dispatch.sql<{ id: string }>('SELECT id FROM recording WHERE provider_id = $1', [id]);
  expect((await get(`/v1/recordings/${recording!.id}`)).status).toBe(404);
});
