import { changeOf } from './answer.ts';
import { anAnswer } from '../../test/an-answer.ts';
import { erase, exclude } from './decide.ts';
import { rivalryIn } from './rivalry.ts';

test('competitors are what the declared attributes say, whole', () => {
  expect(rivalryIn({ rival: 'other-bank', rivalScore: 0, likelyToSwitch: 9, switchTo: 'third-bank', queue: 12 })).toEqual({ rated: { rival: 'other-bank', score: 0 }, switching: { likely: 9, to: 'third-bank' } });
  expect(rivalryIn({ likelyToSwitch: 8, switchTo: 'third-bank' })).toEqual({ switching: { likely: 8 } });
});
test.each([[undefined], [{ queue: 12 }], [{ rival: 'other-bank' }], [{ rivalScore: 7 }], [{ rival: 'Noa Levi', rivalScore: 7 }], [{ rival: 'other-bank', rivalScore: 11 }], [{ rival: 'other-bank', rivalScore: '7' }], [{ rival: true, rivalScore: 6.5 }], [{ likelyToSwitch: true, switchTo: 'x' }]])(
  'of %j nothing is said', (attributes) => expect(rivalryIn(attributes)).toBeUndefined());

test('events carry that and no other attribute, and take it back with the answer', () => {
  const answer = anAnswer({ attributes: { rival: 'other-bank', rivalScore: 7, teller: 'Noa Levi' } });
  const rivalry = { rated: { rival: 'other-bank', score: 7 } };
  expect(changeOf(null, answer).after).toMatchObject({ score: 3, rivalry });
  expect(JSON.stringify(changeOf(null, answer))).not.toContain('Noa');
  for (const gone of [exclude(answer, 'test', new Date()), erase(answer, new Date())]) expect(gone.kind === 'changed' && gone.events[0]!.data).toMatchObject({ before: { rivalry }, after: null });
});
