import { invitationProgressed } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { aMoment, newId, startDispatch, visit, type Dispatch } from '../../../test/start-dispatch.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const stepsOf = (invitation: string) => dispatch.neighbours.heardOf(invitationProgressed).filter(({ id }) => id === invitation);
async function ask() {
  const id = newId('open');
  await dispatch.post(visit(id));
  const { invitation } = await dispatch.outcome(id);
  const mail = await eventually('a mail', () => dispatch.mail.to(`${id}@example.com`)[0]);
  return { id, invitation: invitation.id as string, picture: /<img src="http:\/\/localhost:8080(\/o\/[0-9A-Za-z]{22})"/.exec(String(mail.html))![1]! };
}

it('a mail whose picture is fetched counts as opened, once, and nothing else changes', async () => {
  const { id, invitation, picture } = await ask();
  for (let n = 0; n < 3; n++) expect(await dispatch.app.call('GET', picture)).toMatchObject({ status: 200 });
  const told = await eventually('opened', () => stepsOf(invitation).find(({ progress }) => progress === 'opened'));
  expect(told).toMatchObject({ revision: 2, before: { delivered: true }, after: { delivered: true, opened: true, answered: false } });
  expect(told.before).not.toHaveProperty('opened');
  await aMoment(300);
  expect(stepsOf(invitation)).toHaveLength(2);
  expect(await dispatch.decision(id)).toMatchObject({ invitation: { status: 'sent', openedAt: told.at, answered: false } });
});

it('whoever only asks whether the picture is there has opened nothing, and a token of nobody gets the same picture', async () => {
  const { invitation, picture } = await ask();
  await dispatch.app.call('HEAD', picture);
  const known = await fetch(`${dispatch.app.baseUrl}/o/${'A'.repeat(22)}`);
  expect([known.status, known.headers.get('content-type'), known.headers.get('cache-control'), (await known.arrayBuffer()).byteLength]).toEqual([200, 'image/gif', 'no-store, private', 42]);
  expect((await dispatch.app.call('GET', '/o/%00')).status).toBe(200);
  await aMoment(300);
  expect(stepsOf(invitation)).toHaveLength(1);
});
