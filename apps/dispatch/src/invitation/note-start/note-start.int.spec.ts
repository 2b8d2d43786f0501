import { invitationProgressed, visitStarted } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

it('somebody who began to answer is told as such once, and is not taken for one who has answered', async () => {
  const id = newId('start');
  await dispatch.post(visit(id));
  const { invitation } = await dispatch.outcome(id);
  const at = new Date().toISOString();
  for (let n = 0; n < 2; n++) await dispatch.neighbours.publish(visitStarted, { invitation: invitation.id, at });
  const steps = () => dispatch.neighbours.heardOf(invitationProgressed).filter((one) => one.id === invitation.id);
  expect(await eventually('started', () => steps().find(({ progress }) => progress === 'started'))).toMatchObject({ after: { started: true, answered: false } });
  expect(await dispatch.decision(id)).toMatchObject({ invitation: { startedAt: at, answered: false } });
  expect(steps().map(({ progress }) => progress)).toEqual(['sent', 'started']);
});
