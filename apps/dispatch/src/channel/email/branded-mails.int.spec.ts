import { brandSet, programmeSet, touchpointSet, type DataOf } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

let version = 0;
const say = (key: string, change: Partial<DataOf<typeof brandSet>>) =>
  dispatch.neighbours.publish(brandSet, { ...(brandSet.sample as DataOf<typeof brandSet>), key, version: ++version, units: [], programmes: [], wording: {}, senderName: null, ...change });
const mailTo = (id: string) => eventually(`a mail for ${id}`, () => dispatch.mail.to(`${id}@example.com`)[0]);
async function ask(change: object = {}) {
  const id = newId('branded');
  await dispatch.post(visit(id, { touchpoint: 'often', ...change }));
  return id;
}
const preview = async (query: string, as = everybody) => dispatch.app.call('GET', `/v1/messages/preview?channel=email&${query}`, { as });

it('a mail looks as the brand of the nearest unit, asks about that brand, and changes with it', async () => {
  await say('north', { name: 'Meridian North', senderName: 'The North', units: ['north'], wording: { en: { greeting: 'Dear {{name}},', address: 'Haifa' } } });
  await eventually('known', async () => (await preview('unit=haifa-1')).body.email.text.includes('Dear Noa Levi,'));
  const mail = await mailTo(await ask());
  expect(mail.from?.value).toEqual([{ name: 'The North', address: 'feedback@candor.example' }]);
  expect(mail.subject).toBe('One question from Meridian North');
  expect(mail.text).toMatch(/^Dear Noa Levi,[\s\S]*recommend Meridian North to a friend[\s\S]*\nHaifa\n/);
  expect(String(mail.html)).toContain('background:#14532d');
  expect((await mailTo(await ask({ unit: 'ashdod' }))).from?.value[0]?.name).toBe('Meridian Bank');

  await say('north', { name: 'Northern Light', units: ['north'], colour: '#000080' });
  await eventually('known', async () => (await preview('unit=north')).body.email.text.includes('Northern Light'));
  const next = await mailTo(await ask());
  expect([next.from?.value[0]?.name, next.subject]).toEqual(['Northern Light', 'One question from Northern Light']);
  expect(String(next.html)).toContain('background:#000080');
});

it("a programme's brand goes before a unit's, on every channel", async () => {
  await say('club', { name: 'Meridian Club', programmes: ['members'] });
  await eventually('known', async () => (await preview('programme=members&unit=haifa-1')).body.email.subject === 'One question from Meridian Club');
  const { body } = await dispatch.app.call('GET', '/v1/messages/preview?channel=sms&programme=members', { as: everybody });
  expect(body.sms.question.text).toContain('recommend Meridian Club to');
});

it('a mail with a hole in it waits, says why, holds up nobody else, and goes out once it is mended', async () => {
  await dispatch.neighbours.publish(programmeSet, { ...(programmeSet.sample as DataOf<typeof programmeSet>), key: 'holed', kind: 'benchmark', frequency: null, quietHours: null });
  await dispatch.neighbours.publish(touchpointSet, { ...(touchpointSet.sample as DataOf<typeof touchpointSet>), key: 'holed', name: 'holed', programme: 'holed', delay: 'PT0S' });
  await say('holed', { name: 'Holed', programmes: ['holed'], wording: { en: { footer: 'Valid until {{untill}}' } } });
  const id = await ask({ touchpoint: 'holed' });
  const waiting = await eventually('put off', async () => {
    const decision = await dispatch.decision(id);
    return decision?.reasonCode === 'DEFERRED' && decision;
  });
  expect(waiting).toMatchObject({ outcome: 'pending', reason: expect.stringContaining('the brand holed, in en: footer has no value for {{untill}}') });
  expect(await preview('programme=holed')).toMatchObject({ status: 409, body: { code: 'BRAND.INCOMPLETE', detail: expect.stringContaining('{{untill}}') } });
  for (let n = 0; n < 4; n++) await mailTo(await ask());
  expect(dispatch.mail.to(`${id}@example.com`)).toEqual([]);

  await say('holed', { name: 'Mended', programmes: ['holed'], wording: { en: { footer: 'Valid until {{until}}' } } });
  await eventually('known', async () => (await preview('programme=holed')).body.email?.subject === 'One question from Mended');
  await dispatch.sql("UPDATE invitation SET next_attempt_at = now() WHERE status = 'issued'");
  expect((await mailTo(id)).text).toContain('Valid until ');
});

it('a preview is of units that one may see', async () => {
  expect((await preview('unit=haifa-1', northern)).status).toBe(200);
  for (const unit of ['ashdod', 'nowhere']) expect(await preview(`unit=${unit}`, northern)).toMatchObject({ status: 403, body: { errors: [{ field: 'unit' }] } });
});
