import { interaction, interactionTopic, touchpointSet } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { aMoment, everybody, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const later = { touchpoint: 'next-week' };
const binary = (event: Record<string, unknown>, headers: Record<string, string> = {}, partition = 0) => dispatch.neighbours.produce(
  interactionTopic, JSON.stringify(event['data']),
  { ce_specversion: '1.0', ce_id: String(event['id']), ce_source: String(event['source']), ce_type: String(event['type']), 'content-type': 'application/json', ...headers }, partition,
);
const structured = (event: unknown) => dispatch.neighbours.produce(interactionTopic, JSON.stringify(event), { 'content-type': 'application/cloudevents+json' });
const decided = (id: string) => eventually(`the decision about ${id}`, () => dispatch.decision(id));
const deadLetters = async () => (await dispatch.app.call('GET', '/v1/dead-letters', { as: everybody })).body.data as { id: string; reason: string; kind: string }[];
const deadLetter = (reason: RegExp) => eventually(`a dead letter ${reason}`, async () => (await deadLetters()).find((one) => reason.test(one.reason)));
const count = async (id: string) => (await dispatch.sql<{ n: number }>('SELECT count(*)::int AS n FROM decision WHERE event_id = $1', [id]))[0]?.n;

describe('the topic of interactions', () => {
  it('takes CloudEvents in binary and in structured mode', async () => {
    const [one, other] = [newId('binary'), newId('structured')];
    await binary(visit(one, later), { ce_time: '2026-11-22T12:00:00Z', ce_traceparent: '00-1' });
    await structured(visit(other, later));
    expect(await decided(one)).toMatchObject({ outcome: 'pending', customer: `C-${one}` });
    expect(await decided(other)).toMatchObject({ outcome: 'pending', customer: `C-${other}` });
  });

  it('puts what is no CloudEvent aside, and takes its neighbours', async () => {
    const [before, after] = [newId('before'), newId('after')];
    await binary(visit(before, later));
    await dispatch.neighbours.produce(interactionTopic, 'hello', {});
    await dispatch.neighbours.produce(interactionTopic, null, {});
    await structured([1, 2]);
    await binary({ ...visit('nothing', later), id: '' });
    await binary({ ...visit(newId('zero')), data: { ...(visit('x')['data'] as object), product: 'a\u0000b' } });
    await binary(visit(after, later));
    expect(await decided(after)).toBeDefined();
    expect(await decided(before)).toBeDefined();
    expect(await deadLetter(/the header ce_specversion is missing/)).toMatchObject({ kind: 'malformed' });
    expect(await deadLetter(/id missing|id/)).toBeDefined();
    expect(await deadLetter(/data.product: holds characters/)).toMatchObject({ kind: 'failed' });
  });

  it('puts an unknown touchpoint or unit aside by name, to be replayed once the catalogue knows it', async () => {
    const [id, key] = [newId('unknown'), newId('tp')];
    await binary(visit(id, { touchpoint: key }));
    const { id: letter } = await deadLetter(new RegExp(`data.touchpoint: there is no touchpoint "${key}"`));
    expect(await dispatch.app.call('POST', `/v1/dead-letters/${letter}/replay`, { as: everybody })).toMatchObject({ status: 422 });
    await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key, programme: 'often', delay: 'P7D' });
    expect((await dispatch.app.call('POST', `/v1/dead-letters/${letter}/replay`, { as: everybody })).status).toBe(200);
    expect(await decided(id)).toMatchObject({ touchpoint: key });
    expect(await count(id)).toBe(1);
  });

  it('counts one event once, however it comes and however often', async () => {
    const id = newId('both');
    const event = visit(id, { touchpoint: 'often' });
    await Promise.all([dispatch.post(event), binary(event), binary(event, {}, 1), structured(event), dispatch.post(event), binary(event, { ce_time: '2026-11-22T12:00:00Z' }, 2)]);
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
    const last = newId('last');
    for (const partition of [0, 1, 2]) await binary(visit(`${last}-${partition}`, later), {}, partition);
    for (const partition of [0, 1, 2]) await decided(`${last}-${partition}`);
    await aMoment(300);
    expect(await count(id)).toBe(1);
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(1);
  });

  it('puts aside what contradicts an event that was taken before', async () => {
    const id = newId('contradiction');
    await dispatch.post(visit(id, later));
    await binary(visit(id, { ...later, product: 'loan' }));
    await deadLetter(/id: was used before with other data/);
    expect(await count(id)).toBe(1);
  });

  it('takes the many of a batch in which a few are at fault', async () => {
    const id = newId('many');
    const events = Array.from({ length: 60 }, (_, n) => visit(`${id}-${n}`, n % 20 === 7 ? { unit: 'nowhere' } : later));
    for (const event of events) await binary(event, {}, 3);
    await eventually('all taken', async () => (await dispatch.sql<{ n: number }>('SELECT count(*)::int AS n FROM decision WHERE event_id LIKE $1', [`${id}-%`]))[0]?.n === 57);
    expect((await deadLetters()).filter((one) => /there is no unit "nowhere"/.test(one.reason))).toHaveLength(3);
  });

  it('has an example in its contract that is taken', async () => {
    const id = newId('sample');
    await structured({ ...visit(id), data: { ...interaction.sample, touchpoint: 'next-week' } });
    expect(await decided(id)).toMatchObject({ customer: interaction.sample.customer.id });
  });
});
