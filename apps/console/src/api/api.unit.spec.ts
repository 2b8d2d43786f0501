import { allOf } from './page.ts';
import { problemFrom } from './problem.ts';
import { withQuery } from './query.ts';

describe('a query', () => {
  test('leaves out what is absent and joins lists by plain commas', () => {
    expect(withQuery('/v1/scores', { touchpoint: ['a', 'b'], unit: undefined, from: '', descendants: false, to: null, list: [] }))
      .toBe('/v1/scores?touchpoint=a,b&descendants=false');
  });
  test('escapes what would end a parameter', () => {
    expect(withQuery('/v1/decisions', { source: '/crm?x=1&y', id: 'ä' })).toBe('/v1/decisions?source=%2Fcrm%3Fx%3D1%26y&id=%C3%A4');
  });
});

describe('a failed answer', () => {
  test('keeps code, detail and the fields that were refused', () => {
    const problem = problemFrom(400, { title: 'Not valid', code: 'BODY.INVALID', detail: 'score', errors: [{ field: 'frequency.days', message: 'too small' }, { no: 1 }] });
    expect(problem).toMatchObject({ status: 400, code: 'BODY.INVALID', message: 'Not valid', detail: 'score' });
    expect(problem.of('frequency')).toBe('too small');
    expect(problem.of('name')).toBeUndefined();
  });
  test('names what is wrong within a field, and of an entry of a list that entry alone', () => {
    const problem = problemFrom(400, { code: 'INPUT.INVALID', errors: [{ field: 'policy.reminders[1].after', message: 'too late' }, { field: 'policyholder', message: 'other' }] });
    const inner = problem.within('policy');
    expect([inner.of('reminders'), inner.of('reminders[1].after'), inner.of('reminders[0].after'), inner.of('policyholder')]).toEqual(['too late', 'too late', undefined, 'other']);
    expect(inner).toMatchObject({ status: 400, code: 'INPUT.INVALID' });
  });
  test('that is no problem document is still said', () => {
    expect(problemFrom(502, '<html>')).toMatchObject({ status: 502, code: 'HTTP.502', message: 'HTTP 502', errors: [] });
  });
});

describe('a list read to its end', () => {
  test('follows cursors in order', async () => {
    const pages: Record<string, { data: number[]; next: string | null }> = { start: { data: [1, 2], next: 'b' }, b: { data: [3], next: null } };
    expect(await allOf((cursor) => Promise.resolve(pages[cursor ?? 'start']!))).toEqual([1, 2, 3]);
  });
  test('stops when the end never comes', async () => {
    expect(await allOf(() => Promise.resolve({ data: [1], next: 'again' }), 3)).toEqual([1, 1, 1]);
  });
});
