import { withQuery } from '../api/query.ts';
import { ANSWERS_PATH, answersQuery } from './answers-query.ts';

const selection = { programme: 'transactional', touchpoints: ['branch-visit', 'phone'], units: [], range: { from: '2026-10-24', to: '2026-11-23' } } as unknown as Parameters<typeof answersQuery>[0];

test('a selection asks for its answers, the newest first', () => {
  expect(withQuery(ANSWERS_PATH, answersQuery(selection))).toBe('/v1/responses?programme=transactional&touchpoint=branch-visit,phone&from=2026-10-24&to=2026-11-23&order=latest');
});
test('one segment, or words only, is asked for and not picked out here', () => {
  expect(answersQuery(selection, { segment: 'detractor', words: true })).toMatchObject({ segment: 'detractor', words: true });
  expect(answersQuery(selection, { words: false })).toMatchObject({ words: undefined });
});
