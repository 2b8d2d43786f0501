import type { Step } from './call-flow.ts';
import { callToken, invitationOf, pathOf, stepAt } from './call-link.ts';

const invitation = '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11';

describe('the name of a call', () => {
  it('leads to its invitation, for whoever has the secret', () => {
    const token = callToken(invitation, 'secret');
    expect(token).toMatch(/^[A-Za-z0-9_-]{54}$/);
    expect(invitationOf(token, 'secret')).toBe(invitation);
    expect(invitationOf(token, 'another')).toBeUndefined();
  });
  it.each(['', 'x', '0'.repeat(54), invitation, callToken(invitation, 'secret').replace(/^./, 'f'), `${callToken(invitation, 'secret')}a`])('%j is none', (token) => {
    expect(invitationOf(token, 'secret')).toBeUndefined();
  });
});

describe('a step in an address', () => {
  const steps: Step[] = [{ at: 'open' }, { at: 'score', attempt: 3 }, { at: 'talk', score: 0 }, { at: 'talked', score: 6 }, { at: 'reason', score: 10 }];
  it.each(steps)('%j is read as it was written', (step) => {
    const [at, value] = pathOf(step).split('/');
    expect(stepAt(at!, value)).toEqual(step);
  });
  it.each([['score', '0'], ['score', '4'], ['score', undefined], ['talk', '11'], ['reason', '-1'], ['open', '1'], ['nothing', '1'], ['constructor', '1']])('%s/%s is none', (at, value) => {
    expect(stepAt(at, value)).toBeUndefined();
  });
});
