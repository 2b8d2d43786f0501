import { DateTime } from 'luxon';
import { npsOf } from '@candor/nps';
import { troubleAt } from './bank/mood.ts';
import { TOUCHPOINTS } from './bank/touchpoints.ts';
import { BRANCHES, CENTRAL, REGIONS, TROUBLED } from './bank/units.ts';
import { answersOf, localDay, type PastAnswer } from './history/day.ts';
import { happening } from './live/interactions.ts';
import { customerOf } from './people/customers.ts';
import { Random } from './random.ts';

const base = new Date('2026-11-22T12:00:00Z');
const days = (from: number, to: number): PastAnswer[] => Array.from({ length: from - to }, (_, index) => answersOf(localDay(base).minus({ days: from - index }), base)).flat();
const ninety = days(90, 0);
const lately = days(24, 0);
const nps = (answers: PastAnswer[]): number => {
  const counts = Array.from({ length: 11 }, () => 0);
  for (const { score } of answers) counts[score as number]!++;
  return npsOf(counts).nps!;
};

test('the bank has 4 regions and 40 branches, each under one of them', () => {
  expect(REGIONS).toHaveLength(4);
  expect(BRANCHES).toHaveLength(40);
  expect(new Set([...BRANCHES, ...CENTRAL, ...REGIONS].map(({ key }) => key)).size).toBe(46);
});

test('a day is the same whenever it is told, and all ids are different', () => {
  const day = DateTime.fromISO('2026-10-05', { zone: 'Asia/Jerusalem' });
  expect(answersOf(day, base)).toEqual(answersOf(day, base));
  expect(new Set(ninety.map(({ id }) => id)).size).toBe(ninety.length);
});

test('business customers come for firms, several for each, with decision makers among them; advisers sell products', () => {
  const firms = Map.groupBy(ninety.flatMap(({ account }) => (account ? [account as { id: string; role: string }] : [])), ({ id }) => id);
  expect(firms.size).toBeGreaterThan(100);
  expect([...firms.values()].filter((people) => people.length > 1 && people.some(({ role }) => role === 'decision maker')).length).toBeGreaterThan(50);
  const sold = ninety.filter(({ touchpoint }) => touchpoint === 'adviser-meeting').map(({ product }) => product);
  expect(new Set(sold)).toEqual(new Set(['mortgage', 'savings plan', 'business loan', 'insurance']));
});

test('ninety days hold tens of thousands of answers that look like a bank: each touchpoint, each branch, four languages, a believable score', () => {
  expect(ninety.length).toBeGreaterThan(15_000);
  expect(ninety.length).toBeLessThan(40_000);
  expect(new Set(ninety.map(({ touchpoint }) => touchpoint)).size).toBe(TOUCHPOINTS.length);
  expect(new Set(ninety.map(({ unit }) => unit)).size).toBe(BRANCHES.length + CENTRAL.length);
  expect(new Set(ninety.map(({ language }) => language))).toEqual(new Set(['en', 'he', 'am', 'ru']));
  expect(nps(ninety)).toBeGreaterThan(20);
  expect(nps(ninety)).toBeLessThan(50);
});

test('no text is left with a gap in it', () => {
  expect(ninety.filter(({ comment }) => /\{|undefined/.test(String(comment ?? '')))).toEqual([]);
});

test('one branch has a real problem with a findable cause: visits, since one day, and the words name it', () => {
  const visits = (answers: PastAnswer[]) => answers.filter(({ unit, touchpoint }) => unit === TROUBLED && touchpoint === 'branch-visit');
  expect(nps(visits(days(90, 26)))).toBeGreaterThan(20);
  expect(nps(visits(lately))).toBeLessThan(-15);
  expect(nps(lately.filter(({ unit, touchpoint }) => unit === TROUBLED && touchpoint !== 'branch-visit'))).toBeGreaterThan(20);
  const others = BRANCHES.filter(({ key }) => key !== TROUBLED).map(({ key }) => nps(lately.filter(({ unit }) => unit === key)));
  expect(Math.min(...others)).toBeGreaterThan(nps(visits(lately)));
  const words = visits(lately).filter(({ comment, language, score }) => comment && language === 'en' && (score as number) <= 6).map(({ comment }) => String(comment));
  expect(words.length).toBeGreaterThan(0);
  for (const comment of words) expect(comment).toMatch(/machine|queue|screen|ticket/i);
  expect(troubleAt(TROUBLED, 'branch-visit', new Date(base.getTime() - 30 * 86_400_000), base)).toBeNull();
});

test('a customer is the same person each time, and a few cannot or may not be written to', () => {
  expect(customerOf(42)).toEqual(customerOf(42));
  const many = Array.from({ length: 2000 }, (_, index) => customerOf(index));
  const without = many.filter(({ email }) => email === undefined).length;
  const denied = many.filter(({ consent }) => consent?.email === false).length;
  for (const share of [without / 2000, denied / 2000]) {
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.06);
  }
  expect(many.find(({ language }) => language === 'he')!.name).toMatch(/^[\u0590-\u05FF ]+$/);
});

test('live traffic brings new customers, who were not asked before, and some who come back', () => {
  let next = 20_000;
  const random = new Random('live');
  const seen = Array.from({ length: 1000 }, () => happening(random, () => next++).customer.id);
  const distinct = new Set(seen).size;
  expect(distinct).toBeGreaterThan(900);
  expect(distinct).toBeLessThan(1000);
});
