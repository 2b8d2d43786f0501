import { invitationTopic, responseTopic, type Contribution, type InvitationContribution } from '@candor/contracts';
import type { IncomingRecord } from '@candor/messaging';
import fc from 'fast-check';
import { addressOf, cellKeys } from './cell-key.ts';
import { readChange } from './change.ts';
import { Deltas } from './deltas.ts';

const at: Contribution = { programme: 'transactional', touchpoint: 'visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email', measure: 'nps', score: 9 };
const numbersOf = (deltas: Deltas, key: string) => Array.from({ length: 11 }, (_, i) => deltas.value(key, i));

test('an answer counts on the day of each member of its path, and in the hour of the unit itself', () => {
  expect(cellKeys(at, 'r3')).toEqual([
    'day|nps|transactional|visit|bank|2026-11-22||r3', 'day|nps|transactional|visit|north|2026-11-22||r3', 'day|nps|transactional|visit|haifa-1|2026-11-22||r3',
    'hour|nps|transactional|visit|haifa-1|2026-11-22|14|r3',
  ]);
});

test('a contribution without declared cuts has no more cells than before, whatever it says of them', () => {
  const full: Contribution = { ...at, servedBy: 'emp-17', product: 'loan', segment: 'gold', account: 'acme', language: 'he', survey: 2 };
  expect(cellKeys(full, 'r3')).toEqual(cellKeys(at, 'r3'));
});

test('a declared cut adds one cell of the unit and day for what is said, and none for what is not', () => {
  const added = cellKeys({ ...at, product: 'a|b', survey: 2, cuts: ['channel', 'product', 'surveyVersion', 'segment'] }, 'r3').slice(4);
  const day = 'cut|nps|transactional|visit|haifa-1|2026-11-22||r3';
  expect(added).toEqual([`${day}|channel|email`, `${day}|product|a|b`, `${day}|surveyVersion|2`]);
  expect(addressOf(added[1]!)).toMatchObject({ span: 'cut', unit: 'haifa-1', source: 'r3', cut: 'product', value: 'a|b' });
});

test('answers at one place count apart by the values of a cut', () => {
  const deltas = new Deltas();
  for (const product of ['loan', 'card', 'loan']) deltas.answer({ ...at, product, cuts: ['product'] }, 1, 'r0', 1n);
  const nines = (key: string) => deltas.value(key, 9);
  const day = '|nps|transactional|visit|haifa-1|2026-11-22||r0';
  expect([nines(`day${day}`), nines(`cut${day}|product|loan`), nines(`cut${day}|product|card`)]).toEqual([3, 2, 1]);
});

test('a key reads back as its coordinates', () => {
  expect(addressOf('hour|nps|transactional|visit|haifa-1|2026-11-22|0|r3')).toEqual({
    span: 'hour', measure: 'nps', programme: 'transactional', touchpoint: 'visit', unit: 'haifa-1', day: '2026-11-22', hour: 0, source: 'r3',
  });
});

test('whatever is added and taken back again leaves nothing', () => {
  const score = fc.integer({ min: 0, max: 10 });
  fc.assert(fc.property(fc.array(fc.tuple(score, fc.constantFrom('a', 'b', 'c')), { maxLength: 3000 }), (answers) => {
    const deltas = new Deltas();
    answers.forEach(([value, unit]) => deltas.answer({ ...at, score: value, path: ['bank', unit] }, 1, 'r0', 5n));
    answers.toReversed().forEach(([value, unit]) => deltas.answer({ ...at, score: value, path: ['bank', unit] }, -1, 'r0', 6n));
    for (const key of deltas.sortedKeys()) expect(numbersOf(deltas, key)).toEqual(new Array(11).fill(0));
  }), { numRuns: 20 });
});

test('more cells than fit at first keep their numbers and versions', () => {
  const deltas = new Deltas();
  for (let i = 0; i < 3000; i++) deltas.answer({ ...at, path: [`u-${i}`], score: i % 11 }, 1, 'r0', BigInt(i + 1));
  expect(deltas.size).toBe(6000);
  const keys = deltas.sortedKeys();
  const unitOf = (key: string) => Number(addressOf(key).unit.slice(2));
  expect(keys.map((key) => deltas.value(key, unitOf(key) % 11))).toEqual(keys.map(() => 1));
  expect(deltas.versions(deltas.rowsOf(keys))).toEqual(keys.map((key) => BigInt(unitOf(key) + 1)));
});

test('an invitation counts as invited, delivered, answered, opened and started, and among the matured once its time is over', () => {
  const { score: _score, measure: _measure, ...place } = at;
  const sent: InvitationContribution = { ...place, delivered: true, bounced: false, answered: false, matured: false };
  const deltas = new Deltas();
  deltas.invitation(sent, 1, 'i0', 1n);
  deltas.invitation(sent, -1, 'i0', 2n);
  deltas.invitation({ ...sent, answered: true, matured: true, opened: true, started: true }, 1, 'i0', 2n);
  deltas.invitation({ ...sent, delivered: false, bounced: true, matured: true, opened: true }, 1, 'i0', 3n);
  expect(numbersOf(deltas, 'day|nps|transactional|visit|bank|2026-11-22||i0').slice(0, 8)).toEqual([2, 1, 1, 1, 1, 1, 2, 1]);
});

test('an invitation counts under what it asks for, beside the answers to it', () => {
  const { score: _score, measure: _measure, ...place } = at;
  const asked: InvitationContribution = { ...place, measure: 'enps', delivered: true, bounced: false, answered: false, matured: false };
  const deltas = new Deltas();
  deltas.invitation(asked, 1, 'i0', 1n);
  deltas.invitation({ ...asked, measure: undefined }, 1, 'i0', 1n);
  deltas.invitation(asked, -1, 'i0', 2n);
  deltas.invitation({ ...asked, answered: true }, 1, 'i0', 2n);
  expect(['enps', 'nps'].map((measure) => numbersOf(deltas, `day|${measure}|transactional|visit|bank|2026-11-22||i0`).slice(0, 4))).toEqual([[1, 1, 0, 1], [1, 1, 0, 0]]);
});

test('womi counts the discouraging answers and the false detractors beside the recommending ones', () => {
  const deltas = new Deltas();
  deltas.answer({ ...at, measure: 'womi', score: 3, discourage: 2 }, 1, 'r0', 1n);
  deltas.answer({ ...at, measure: 'womi', score: 3, discourage: 9 }, 1, 'r0', 1n);
  const counts = deltas.womi.get('day|womi|transactional|visit|bank|2026-11-22||r0')!;
  expect([counts[2], counts[9], counts[11]]).toEqual([1, 1, 1]);
});

describe('readChange', () => {
  const record = (value: unknown, type = 'com.candor.response.recorded.v1'): IncomingRecord => ({
    offset: '1', timestamp: '0', key: null, headers: { ce_type: type }, value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  });
  test('takes a complete change', () => expect(readChange(responseTopic, record({ before: null, after: at }))).toMatchObject({ is: 'change', change: { before: null, after: at } }));
  test('takes invitations that say what they ask for, and those that do not', () => {
    const { score: _score, ...asked } = { ...at, delivered: true };
    const read = (after: unknown) => readChange(invitationTopic, record({ before: null, after }, 'com.candor.invitation.progressed.v1')).is;
    expect([read({ ...asked, measure: 'enps' }), read({ ...asked, measure: undefined }), read({ ...asked, measure: 'luck' })]).toEqual(['change', 'change', 'malformed']);
  });
  test('passes over what moves no figure', () => expect(readChange(invitationTopic, record({}, 'com.candor.invitation.decided.v1'))).toEqual({ is: 'other' }));
  test.each([
    ['no JSON', '{'], ['null', 'null'], ['no before', { after: at }], ['a score out of range', { before: null, after: { ...at, score: 11 } }],
    ['a broken score', { before: null, after: { ...at, score: 7.5 } }], ['no path', { before: null, after: { ...at, path: [] } }], ['an unknown measure', { before: null, after: { ...at, measure: 'luck' } }],
  ])('refuses %s with a reason', (_what, value) => expect(readChange(responseTopic, record(value))).toMatchObject({ is: 'malformed', reason: expect.any(String) }));
});
