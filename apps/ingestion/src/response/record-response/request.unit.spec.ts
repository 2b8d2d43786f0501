import { parseBody, Problem } from '@candor/http';
import fc from 'fast-check';
import { answeredAtOf } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import { answerExample, answerRequest } from './request.ts';

const body = (over: object = {}) => ({ id: 'a-1', score: 9, touchpoint: 'branch-visit', unit: 'haifa-1', ...over });
function errorsOf(input: unknown): { field: string; message: string }[] {
  try {
    parseBody(answerRequest, input);
    return [];
  } catch (error) {
    if (error instanceof Problem && error.status === 400) return error.errors ?? [];
    throw error;
  }
}
const fieldsOf = (input: unknown) => errorsOf(input).map(({ field }) => field);

describe('a posted answer', () => {
  it.each([0, 1, 6, 7, 8, 9, 10])('may have the score %i', (score) => expect(errorsOf(body({ score }))).toEqual([]));
  it.each([11, -1, '9', 7.5, null, true, [9], Number.MAX_SAFE_INTEGER])('with the score %j is refused, naming the score', (score) => expect(fieldsOf(body({ score }))).toEqual(['score']));
  it('without a score is refused, naming the score', () => expect(errorsOf({ ...body(), score: undefined })).toEqual([{ field: 'score', message: 'is required' }]));

  it.each([
    ['csat', [1, 5], [0, 6]], ['ces', [1, 7], [0, 8]], ['smiley', [0, 2], [-1, 3]], ['enps', [0, 10], [-1, 11]],
  ] as const)('of the measure %s has that measure\'s range', (measure, taken, refused) => {
    for (const score of taken) expect(errorsOf(body({ measure, score }))).toEqual([]);
    for (const score of refused) expect(fieldsOf(body({ measure, score }))).toEqual(['score']);
  });

  it('of womi needs both answers, and no other measure takes the second', () => {
    expect(errorsOf(body({ measure: 'womi', discourage: 3 }))).toEqual([]);
    expect(fieldsOf(body({ measure: 'womi' }))).toEqual(['discourage']);
    expect(fieldsOf(body({ measure: 'womi', discourage: 11 }))).toEqual(['discourage']);
    expect(fieldsOf(body({ discourage: 3 }))).toEqual(['discourage']);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an unknown field of the customer', { customer: { id: 'C-1', shoe: 44 } }, 'customer.shoe'],
    ['an unknown measure', { measure: 'nsp' }, 'measure'],
    ['no id', { id: '' }, 'id'],
    ['an id that is too long', { id: 'x'.repeat(201) }, 'id'],
    ['an id with a line break', { id: 'a\nb' }, 'id'],
    ['a touchpoint that is no key', { touchpoint: 'Branch Visit' }, 'touchpoint'],
    ['a time without a zone', { answeredAt: '2026-11-22T12:00:00' }, 'answeredAt'],
    ['a comment of 10,001 characters', { comment: 'x'.repeat(10_001) }, 'comment'],
    ['a comment with U+0000', { comment: 'a\u0000b' }, 'comment'],
    ['half a surrogate pair deep inside', { customer: { id: 'C-1', name: '\ud800' } }, 'customer.name'],
    ['an attribute that is a list', { attributes: { a: [1] } }, 'attributes.a'],
  ])('with %s is refused, naming the field', (_what, over, field) => expect(fieldsOf(body(over))).toEqual([field]));

  it('is taken with every field that the documentation shows', () => expect(errorsOf(answerExample)).toEqual([]));

  it('may have been given any time ago, but not in the future beyond what clocks differ', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const at = (answeredAt?: string) => answeredAtOf(parseBody(answerRequest, body({ answeredAt })), now).toISOString();
    expect(at(undefined)).toBe(now.toISOString());
    expect(at('1970-01-01T00:00:00Z')).toBe('1970-01-01T00:00:00.000Z');
    expect(at('2026-11-22T14:04:00+02:00')).toBe('2026-11-22T12:04:00.000Z');
    for (const wrong of ['2026-11-23T12:00:00Z', '2026-11-22T12:06:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z']) expect(() => at(wrong)).toThrow(/answeredAt/);
  });
});

describe('the fingerprint of an answer', () => {
  it('is the same for the same content, however it was written', () => {
    const one = parseBody(answerRequest, { id: 'a', score: 9, touchpoint: 't', unit: 'u', customer: { id: 'c', name: 'n' } });
    const other = parseBody(answerRequest, JSON.parse('{"unit":"u","customer":{"name":"n","id":"c"},"measure":"nps","touchpoint":"t","score":9.0,"id":"a"}'));
    expect(fingerprint(one)).toBe(fingerprint(other));
  });

  it('differs for any other content', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(fingerprint({ a }) === fingerprint({ a: b })).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}
