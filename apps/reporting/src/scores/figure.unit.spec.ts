import { confidence } from '@candor/nps';
import { figureOf, NO_SUMS, type Sums } from './figure.ts';

const named = { leastN: 10, anonymous: false };
const sums = (of: Partial<Sums>): Sums => ({ ...NO_SUMS, ...of });
const mixed = sums({ c3: 5, c7: 10, c9: 85 });

test('a figure comes with its parts, its mean and its interval', () => {
  expect(figureOf('nps', mixed, named)).toMatchObject({
    nps: 80, n: 100, promoters: 85, passives: 10, detractors: 5, mean: (15 + 70 + 765) / 100, sufficient: true, suppressed: false,
    confidence: confidence({ n: 100, promoters: 85, detractors: 5 }),
  });
});

test('without answers there is no score and no interval, only who was asked', () => {
  expect(figureOf('nps', sums({ invited: 3, delivered: 3 }), named)).toMatchObject({ nps: null, n: 0, mean: null, confidence: null, invited: 3, pending: 3, responseRate: null });
});

test('under the least n the score stands and its interval does not', () => {
  expect(figureOf('nps', sums({ c10: 9 }), named)).toMatchObject({ nps: 100, n: 9, sufficient: false, confidence: null });
  expect(figureOf('nps', sums({ c10: 10 }), named)).toMatchObject({ sufficient: true, confidence: { high: 100 } });
});

test('an anonymous programme tells nothing but n of fewer than five answers', () => {
  expect(figureOf('nps', sums({ c0: 4 }), { leastN: 1, anonymous: true })).toMatchObject({
    nps: null, n: 4, promoters: null, passives: null, detractors: null, counts: null, mean: null, confidence: null, suppressed: true,
  });
  expect(figureOf('nps', sums({ c0: 5 }), { leastN: 1, anonymous: true })).toMatchObject({ nps: -100, suppressed: false });
});

test('the response rate is of those whose time is over; the others are pending', () => {
  const funnel = sums({ invited: 20, delivered: 18, bounced: 2, answered: 9, matured_delivered: 10, matured_answered: 6 });
  expect(figureOf('nps', funnel, named)).toMatchObject({ invited: 20, bounced: 2, answered: 9, pending: 5, responseRate: 0.6 });
});

test('other measures have counts of their own length and no NPS', () => {
  expect(figureOf('csat', sums({ c0: 1, c4: 3 }), named)).toMatchObject({ nps: null, promoters: null, counts: [1, 0, 0, 0, 3], n: 4, mean: 4 });
  expect(figureOf('smiley', sums({ c0: 1, c2: 1 }), named)).toMatchObject({ counts: [1, 0, 1], mean: 1 });
});

test('WoMI sets those who recommend against those who discourage', () => {
  const womi = sums({ c1: 5, c9: 10, c10: 5, discouraging: 4, false_detractors: 1 });
  expect(figureOf('womi', womi, named).womi).toEqual({ value: 55, promoters: 15, detractors: 4, falseDetractors: 1 });
});
