import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contribution, scoresOf } from '../../test/answers.ts';
import { Scoring } from '../../test/scoring.ts';
import { analyst, person, Reporting } from '../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => {
  reporting = await Reporting.start();
  const scoring = new Scoring();
  const answered = (unit: string, day: string, [promoters, passives, detractors]: [number, number, number]) =>
    scoresOf([detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters]).forEach((score, i) => scoring.answer(`${unit}-${day}-${i}`, null, contribution(unit, score, { day })));
  answered('haifa', '2026-02-10', [80, 40, 80]);
  answered('haifa', '2026-05-10', [100, 40, 60]);
  answered('haifa', '2026-08-10', [140, 40, 20]);
  answered('eilat', '2026-08-10', [1, 1, 1]);
  await reporting.score(...scoring.changed());
});
afterAll(() => reporting?.close());

const admin = person('administrator');
const put = (path: string, body: object, as = admin) => reporting.app.call('PUT', `/v1/norms/${path}`, { as, body });
const ask = async (query: string) => {
  const { status, body } = await reporting.get(`/v1/scores/questions?${query}`);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};

describe('norms', () => {
  test('come with the service, and are replaced by what is known better', async () => {
    const given = (await reporting.get('/v1/norms')).body;
    expect(given.bands.map(({ upTo }: { upTo: number }) => upTo)).toEqual([0, 30, 50, 70, 100]);
    expect(given.industries.find(({ key }: { key: string }) => key === 'banks').norm).toBe(10);
    expect((await put('industries/banks', { name: 'Banks', norm: 0 })).body).toEqual({ key: 'banks', name: 'Banks', norm: 0, source: 'Set by hand' });
    expect((await reporting.get('/v1/norms')).body.industries.find(({ key }: { key: string }) => key === 'banks').norm).toBe(0);
    for (const key of ['industries/banks', 'companies/hsbc']) expect((await reporting.app.call('DELETE', `/v1/norms/${key}`, { as: admin })).status).toBe(204);
    const { industries, companies } = (await reporting.get('/v1/norms')).body;
    expect([...industries, ...companies].filter(({ key }: { key: string }) => key === 'banks' || key === 'hsbc')).toEqual([]);
    expect((await reporting.app.call('DELETE', '/v1/norms/companies/hsbc', { as: admin })).status).toBe(404);
    await put('industries/banks', { name: 'Banks', norm: 10 });
  });
  test.each([
    ['bands', { bands: [{ key: 'a', upTo: 50, meaning: 'x' }] }, 'bands'], ['bands', { bands: [{ key: 'a', upTo: 101, meaning: 'x' }] }, 'bands[0].upTo'], ['industries/banks', { name: 'Banks', norm: 101 }, 'norm'],
    ['companies/x', { name: 'X', nps: 5, colour: 'red' }, 'colour'], ['companies/Not-a-key', { name: 'X', nps: 5 }, 'key'],
  ])('%s %j is refused, naming %s', async (path, body, field) => {
    const { status, body: answer } = await put(path, body);
    expect([status, answer.errors[0].field]).toEqual([400, field]);
  });
  test('are changed by who may change the catalogue only', async () => expect((await put('companies/x', { name: 'X', nps: 5 }, analyst())).status).toBe(403));
});

describe('the three questions', () => {
  test('are answered of the last three months, each with its figures', async () => {
    const body = await ask('unit=haifa&to=2026-09-01&industry=banks');
    expect(body).toMatchObject({
      figure: { from: '2026-06-01', to: '2026-09-01', nps: 60, n: 200 }, band: { key: 'loved' }, norm: { key: 'banks', norm: 10, answer: 'yes' },
      aboveZero: { answer: 'yes' }, aboveRivals: { answer: 'undecided', rivals: [] }, good: false,
      grown: { answer: 'yes', over: [{ months: 3, difference: { points: 40, significant: true } }, { months: 6, difference: { points: 60 } }], earlier: [{ from: '2026-03-01', to: '2026-06-01', nps: 20 }, { from: '2025-12-01', nps: 0 }] },
    });
  });
  test('are good only if all are yes: rivals are those that were named', async () => {
    await put('companies/other-bank', { name: 'The Other Bank', nps: 18 });
    expect(await ask('unit=haifa&to=2026-09-01')).toMatchObject({ aboveRivals: { answer: 'yes', rivals: [{ key: 'other-bank', nps: 18, answer: 'yes' }] }, good: true });
    await put('companies/third-bank', { name: 'The Third Bank', nps: 90 });
    expect(await ask('unit=haifa&to=2026-09-01')).toMatchObject({ aboveRivals: { answer: 'no' }, good: false });
  });
  test('are undecided of too few answers', async () => {
    expect(await ask('unit=eilat&to=2026-09-01')).toMatchObject({ figure: { n: 3, sufficient: false }, aboveZero: { answer: 'undecided' }, grown: { answer: 'undecided' }, good: false });
    expect(await ask('unit=eilat')).toMatchObject({ figure: { n: 0, nps: null }, band: null });
  });
  test('of employees are not held against what customers of others recommend', async () => {
    expect(await ask('measure=enps')).toMatchObject({ aboveRivals: { answer: 'undecided', rivals: [] }, band: null });
    const { status, body } = await reporting.get('/v1/scores/questions?measure=enps&industry=banks');
    expect([status, body.errors[0].field]).toEqual([400, 'industry']);
  });
  test('bands are those that were set', async () => {
    await put('bands', { bands: [{ key: 'low', upTo: 60, meaning: 'Not there yet' }, { key: 'high', upTo: 100, meaning: 'There' }] });
    expect((await ask('unit=haifa&to=2026-09-01')).band).toEqual({ key: 'low', upTo: 60, meaning: 'Not there yet' });
  });
  test.each([['industry=none', 'industry'], ['from=2026-01-01', 'from'], ['measure=csat', 'measure'], ['unit=nowhere', 'unit']])('%s is refused, naming %s', async (query, field) => {
    const { status, body } = await reporting.get(`/v1/scores/questions?${query}`);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});
