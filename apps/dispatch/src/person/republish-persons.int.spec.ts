import { personKnown, personTopic, staffKnown } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const personOf = (customer: string) => eventually('the person', () => dispatch.neighbours.heardOf(personKnown).find((one) => one.customer.id === customer)?.person);

it('tells customers and staff again as they are known, and of the erased that they are', async () => {
  const [stays, gone] = [newId('stays'), newId('gone')];
  for (const id of [stays, gone]) {
    await dispatch.post(visit(id));
    await dispatch.outcome(id);
  }
  const [known, erased] = [await personOf(`C-${stays}`), await personOf(`C-${gone}`)];
  expect((await dispatch.app.call('DELETE', `/v1/customers/C-${gone}`, { as: everybody })).status).toBe(204);
  const last = dispatch.neighbours.heard(known).at(-1)!;

  const { status, body } = await dispatch.app.call('POST', `/v1/streams/${personTopic.name}/republish`, { as: everybody, body: { reason: 'a disk was lost' } });
  expect({ status, topic: body.topic }).toEqual({ status: 200, topic: personTopic.name });
  const again = (key: string) => eventually(`${key} again`, () => dispatch.neighbours.heard(key).find(({ generation }) => generation === body.generation));
  expect((await again(known)).data).toEqual(last.data);
  expect((await again(erased)).tombstone).toBe(true);
  expect((await again('staff/emp-17')).data).toMatchObject({ id: 'emp-17', name: 'Avi Cohen' });
  expect(dispatch.neighbours.heardOf(staffKnown).length).toBeGreaterThan(1);
});
