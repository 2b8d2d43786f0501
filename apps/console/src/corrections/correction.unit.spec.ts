import { correctionCall } from './correction.ts';

const answer = { id: 'a/1', revision: 3 };

test('an answer is never corrected from here without saying why', () => {
  for (const correction of [{ what: 'exclude' }, { what: 'reinstate' }, { what: 'score', score: 8 }] as const) for (const reason of ['', '  ']) expect(correctionCall(answer, correction, reason)).toBeNull();
});
test('what is corrected is what was seen', () => {
  expect(correctionCall(answer, { what: 'score', score: 8 }, ' Typed in wrongly ')).toEqual({ path: '/v1/responses/a%2F1', call: { method: 'PATCH', body: { score: 8, reason: 'Typed in wrongly' }, ifMatch: '"3"' } });
  expect(correctionCall(answer, { what: 'exclude' }, 'Test')).toEqual({ path: '/v1/responses/a%2F1/exclude', call: { method: 'POST', body: { reason: 'Test' }, ifMatch: '"3"' } });
});
