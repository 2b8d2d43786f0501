import { binding, within, type Scope } from './scope.ts';

const scope: Scope = { programme: 'transactional', touchpoints: null, window: { from: null, to: null }, parts: [{ units: null }] };
const said = (of: Partial<Scope>): [string, unknown[]] => {
  const { values, bind } = binding();
  return [within({ ...scope, ...of }, bind, 'a'), values];
};

test('everything is of one programme', () => expect(said({})).toEqual(['a.programme = $1', ['transactional']]));
test('no units are none, not all', () => expect(said({ parts: [] })[0]).toBe('a.programme = $1 AND false'));
test('days are half-open, and units that moved count where their path led through', () => {
  expect(said({ touchpoints: ['visit'], window: { from: '2026-01-01', to: '2026-04-01' }, parts: [{ units: ['haifa'] }, { units: ['acre'], through: ['north'] }] })).toEqual([
    'a.programme = $4 AND a.touchpoint = ANY($5::text[]) AND a.day >= $6::date AND a.day < $7::date AND ((a.unit = ANY($1::text[])) OR (a.unit = ANY($2::text[]) AND coalesce(a.placed, a.path) && $3::text[]))',
    [['haifa'], ['acre'], ['north'], 'transactional', ['visit'], '2026-01-01', '2026-04-01'],
  ]);
});
