import { answersSet } from '../entity-sets/answers.ts';
import { filterSql } from './filter-sql.ts';
import { parseFilter } from './parse-filter.ts';

function sqlOf(filter: string): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  return { sql: filterSql(parseFilter(filter), answersSet, (value) => `$${values.push(value)}`), values };
}

test.each([
  [`unit eq 'haifa'`, `((e."unit" COLLATE "C") = $1::text)`, ['haifa']],
  [`comment eq 'it''s'`, `((e."comment" COLLATE "C") = $1::text AND (e."comment" COLLATE "C") IS NOT NULL)`, [`it's`]],
  ['score ge 9 and score le 10', '((e."score" >= $1::int4) AND (e."score" <= $2::int4))', [9, 10]],
  ['comment eq null', '((e."comment" COLLATE "C") IS NULL)', []],
  ['null ne comment', '((e."comment" COLLATE "C") IS NOT NULL)', []],
  ['excluded', '(e."excluded" IS TRUE)', []],
  ['not excluded', '(NOT (e."excluded" IS TRUE))', []],
  ['day ge 2026-01-01', '(e."day" >= $1::date)', ['2026-01-01']],
  ['answered_at lt 2026-01-01T00:00:00Z', '(e."answered_at" < $1::timestamptz)', ['2026-01-01T00:00:00Z']],
  [`tolower(unit) in ('a','b')`, '((lower((e."unit" COLLATE "C")) = $1::text) OR (lower((e."unit" COLLATE "C")) = $2::text))', ['a', 'b']],
  ['year(day) eq 2026', '(extract(year FROM e."day")::int4 = $1::int4)', [2026]],
  ['score ne 5', '(e."score" IS DISTINCT FROM $1::int4)', [5]],
  [`contains(comment,'x') eq false`, '(NOT ((strpos((e."comment" COLLATE "C"), $1::text) > 0) IS TRUE))', ['x']],
])('%s', (filter, sql, values) => expect(sqlOf(filter)).toEqual({ sql, values }));

test('not binds before and, and before or; brackets change that', () => {
  const a = 'score eq 1', b = 'score eq 2', c = 'score eq 3';
  expect(parseFilter(`not (${a}) and ${b} or ${c}`)).toMatchObject({ is: 'or', left: { is: 'and', left: { is: 'not' } } });
  expect(parseFilter(`${a} or ${b} and ${c}`)).toMatchObject({ is: 'or', right: { is: 'and' } });
  expect(parseFilter(`(${a} or ${b}) and ${c}`)).toMatchObject({ is: 'and', left: { is: 'or' } });
});

test('nothing of what is given ever becomes SQL', () => {
  const { sql, values } = sqlOf(`unit eq '''; DROP TABLE answer; --'`);
  expect(sql).not.toContain('DROP');
  expect(values).toEqual([`'; DROP TABLE answer; --`]);
  expect(() => sqlOf(`unit" OR 1=1 -- eq 'x'`)).toThrow('cannot be read');
});

test.each([
  ['', 'ends too early'], ['score', 'not true or false'], ['score eq', 'ends too early'], [`score eq 'nine'`, 'cannot be compared'], ['colour eq 1', 'no property colour'],
  ['score eq 1 score eq 2', 'not expected'], ['(score eq 1', 'ends too early'], ['score eq 1)', 'not expected'], ['day ge 2026-02-30', 'is not a date'],
  [`contains(score,'1')`, 'takes texts'], ['score eq 1.2.3', 'cannot be read'], [`constructor eq 'x'`, 'no property constructor'], [`unit eq 'open`, 'cannot be read'],
  [`${'('.repeat(60)}score eq 1${')'.repeat(60)}`, 'too deeply'],
])('%s is refused with 400', (filter, message) => {
  expect(() => sqlOf(filter)).toThrow(message);
  try { sqlOf(filter); } catch (error) { expect(error).toMatchObject({ status: 400, errors: [{ field: '$filter' }] }); }
});

test.each([['score add 1 eq 2', 'add'], [`concat(unit,'x') eq 'y'`, 'concat'], ['round(score) eq 1', 'round']])('%s is not supported, and says so with 501', (filter, name) => {
  try { sqlOf(filter); expect('refused').toBe('not refused'); } catch (error) { expect(error).toMatchObject({ status: 501, message: expect.stringContaining(name) }); }
});

test.each(['score gt 1e400', 'score gt 1e-400'])('%s is refused: databases have no such number', (filter) => {
  expect(() => sqlOf(filter)).toThrow(/64 bits/);
});
