import { decisionMade, invitationIssued, invitationProgressed, invitationTopic } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { everybody, newId, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

it('tells decisions, invitations and how far each has come again, as they stand', async () => {
  const [asked, silent] = [newId('asked'), newId('silent')];
  await dispatch.post(visit(asked));
  await dispatch.post(visit(silent, {}, { email: undefined as never }));
  await dispatch.outcome(asked);
  await dispatch.outcome(silent);
  const decided = (id: string) => eventually(`the decision of ${id}`, () => dispatch.neighbours.heardOf(decisionMade).find((one) => one.interaction.id === id));
  const [invited, refused] = [await decided(asked), await decided(silent)];
  const issued = dispatch.neighbours.heardOf(invitationIssued).find(({ id }) => id === invited.invitation)!;
  const sent = dispatch.neighbours.heardOf(invitationProgressed).findLast(({ id }) => id === invited.invitation)!;

  const { status, body } = await dispatch.app.call('POST', `/v1/streams/${invitationTopic.name}/republish`, { as: everybody, body: { reason: 'a disk was lost' } });
  expect({ status, topic: body.topic }).toEqual({ status: 200, topic: invitationTopic.name });
  const again = (key: string, count: number) => eventually(`${key} again`, () => {
    const found = dispatch.neighbours.heard(key).filter(({ generation }) => generation === body.generation);
    return found.length === count && found.map(({ data }) => data);
  });
  expect(await again(invited.id, 1)).toEqual([invited]);
  expect(await again(refused.id, 1)).toEqual([refused]);
  const { reason: _, ...told } = sent;
  expect(await again(issued.id, 2)).toEqual([issued, { ...told, before: null, at: expect.any(String) }]);
});
