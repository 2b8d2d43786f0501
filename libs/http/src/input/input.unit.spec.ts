import fc from 'fast-check';
import { z } from 'zod';
import { Problem } from '../problem/problem.ts';
import { decodeCursor, encodeCursor, etagOf, listOf, namesTag, pageOf, pageQuery, parseBody, parseQuery, requireMatch } from '../index.ts';

const customer = z.object({ id: z.string(), email: z.email().optional(), tags: z.array(z.object({ name: z.string() })).optional() });
const body = z.object({
  score: z.int().min(0).max(10),
  customer: customer.nullable().default(null),
  channel: z.enum(['email', 'sms']).optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function problemOf(fn: () => unknown): Problem {
  try {
    fn();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
const fieldsOf = (fn: () => unknown) => problemOf(fn).errors!.map(({ field }) => field);

describe('a body', () => {
  it('comes out typed, with defaults', () => expect(parseBody(body, { score: 9 })).toEqual({ score: 9, customer: null }));

  it.each<[string, unknown, string, string]>([
    ['a missing field', {}, 'score', 'is required'],
    ['a text for a number', { score: '9' }, 'score', 'expected number, received string'],
    ['a fraction', { score: 7.5 }, 'score', 'must be a whole number'],
    ['too much', { score: 11 }, 'score', 'Too big: expected number to be <=10'],
    ['too little', { score: -1 }, 'score', 'Too small: expected number to be >=0'],
    ['a nested field', { score: 1, customer: { id: 'c', email: 'x' } }, 'customer.email', 'Invalid email address'],
    ['a missing nested field', { score: 1, customer: {} }, 'customer.id', 'is required'],
    ['a field of an array element', { score: 1, customer: { id: 'c', tags: [{ name: 'a' }, { name: 2 }] } }, 'customer.tags[1].name', 'expected string, received number'],
    ['an unknown field', { score: 1, colour: 'red' }, 'colour', 'is not known here'],
    ['an unknown nested field', { score: 1, customer: { id: 'c', shoe: 44 } }, 'customer.shoe', 'is not known here'],
    ['an unknown field of an array element', { score: 1, customer: { id: 'c', tags: [{ name: 'a', x: 1 }] } }, 'customer.tags[0].x', 'is not known here'],
    ['a value of a record', { score: 1, attributes: { a: true } }, 'attributes.a', 'Invalid input'],
    ['a list for the whole', [1], 'body', 'expected object, received array'],
    ['nothing at all', undefined, 'body', 'is required'],
    ['null', null, 'body', 'expected object, received null'],
  ])('is refused with the field named: %s', (_what, input, field, message) => {
    const problem = problemOf(() => parseBody(body, input));
    expect([problem.status, problem.code, problem.errors]).toEqual([400, 'INPUT.INVALID', [{ field, message }]]);
    expect(problem.detail).toContain(field);
  });

  it('is refused with the field named where it holds what is no text, in a value or a name', () => {
    expect(fieldsOf(() => parseBody(body, { score: 9, customer: { id: 'a\0b' } }))).toEqual(['customer.id']);
    expect(fieldsOf(() => parseBody(body, { score: 9, customer: { id: 'a\ud800' } }))).toEqual(['customer.id']);
    expect(parseBody(body, { score: 9, customer: { id: '😀' } })).toMatchObject({ customer: { id: '😀' } });
    expect(fieldsOf(() => parseBody(body, { score: 9, attributes: { 'a\0': 1 } }))).toEqual(['attributes']);
  });

  it('is told everything that is wrong at once', () => {
    expect(fieldsOf(() => parseBody(body, { score: 11, channel: 'fax', colour: 'red' })).sort()).toEqual(['channel', 'colour', 'score']);
  });

  it('says what is wrong inside the variant that was meant', () => {
    const variants = z.union([z.object({ kind: z.literal('a'), n: z.number() }), z.object({ kind: z.literal('b'), s: z.string() })]);
    expect(fieldsOf(() => parseBody(z.object({ v: variants }), { v: { kind: 'a', n: 'x' } }))).toEqual(['v.n']);
    expect(fieldsOf(() => parseBody(z.object({ v: variants }), { v: { kind: 'b', s: 'x', extra: 1 } }))).toEqual(['v.extra']);
  });

  it('keeps refinements when it is made strict, and does not touch schemas that take other fields', () => {
    const period = z.object({ from: z.number(), to: z.number() }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' });
    expect(problemOf(() => parseBody(z.object({ period }), { period: { from: 2, to: 1 } })).errors).toEqual([{ field: 'period.to', message: 'must be later than from' }]);
    expect(parseBody(z.object({ extensions: z.looseObject({}) }), { extensions: { anything: 1 } })).toEqual({ extensions: { anything: 1 } });
  });
});

describe('a query', () => {
  const query = z.object({ ...pageQuery, unit: listOf(z.string().regex(/^[a-z]+$/)).optional() });

  it('is parsed from text', () => expect(parseQuery(query, { limit: '5', unit: 'a,b,a' })).toEqual({ limit: 5, unit: ['a', 'b'] }));
  it('takes a list as a repeated parameter too', () => expect(parseQuery(query, { unit: ['a', 'b,c'] }).unit).toEqual(['a', 'b', 'c']));
  it('takes a comma within a value after a backslash', () => expect(parseQuery(z.object({ product: listOf(z.string()) }), { product: 'loan\\, fixed,card' }).product).toEqual(['loan, fixed', 'card']));
  it('is refused with unknown parameters, each named', () => expect(fieldsOf(() => parseQuery(query, { uint: 'a', x: '1' }))).toEqual(['uint', 'x']));
  it('is refused with a wrong value', () => {
    expect(fieldsOf(() => parseQuery(query, { limit: '0', unit: 'a,B' }))).toEqual(['limit', 'unit']);
    expect(fieldsOf(() => parseQuery(query, { limit: 'many' }))).toEqual(['limit']);
    expect(fieldsOf(() => parseQuery(query, { unit: '' }))).toEqual(['unit']);
  });
});

describe('a cursor', () => {
  const position = z.tuple([z.string(), z.number()]);

  it('comes back as it was', () => {
    fc.assert(fc.property(fc.string(), fc.integer(), (a, b) => expect(decodeCursor(position, encodeCursor([a, b]))).toEqual([a, b])));
  });
  it.each(['', 'nonsense', encodeCursor({ a: 1 }), encodeCursor(['a'])])('is refused if it is not ours: "%s"', (cursor) => {
    expect(fieldsOf(() => decodeCursor(position, cursor, 'updatedAfter'))).toEqual(['updatedAfter']);
  });
  it('is given only while there is more', () => {
    const page = (rows: number[]) => pageOf(rows, 2, String, (row) => row);
    expect(page([1, 2, 3])).toEqual({ data: ['1', '2'], next: encodeCursor(2) });
    expect(page([1, 2])).toEqual({ data: ['1', '2'], next: null });
    expect(page([])).toEqual({ data: [], next: null });
  });
});

describe('an entity tag', () => {
  it('is matched alone, in a list, weak, and by a star', () => {
    const tag = etagOf(3);
    expect(['"3"', '"1", "3"', 'W/"3"', '*'].map((header) => namesTag(header, tag))).toEqual([true, true, true, true]);
    expect([undefined, '"4"', '3'].map((header) => namesTag(header, tag))).toEqual([false, false, false]);
  });
  it('that is missing or old stops a change', () => {
    expect(problemOf(() => requireMatch(undefined, '"3"')).status).toBe(428);
    expect(problemOf(() => requireMatch('"2"', '"3"')).status).toBe(412);
    expect(() => requireMatch('"3"', '"3"')).not.toThrow();
  });
});
