import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogTopic } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { contribution } from '../../test/answers.ts';
import { Scoring } from '../../test/scoring.ts';
import { analyst, person, Reporting, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
/** [promoters, passives, detractors] at a place. */
function answered(scoring: Scoring, where: string, [promoters, passives, detractors]: [number, number, number], more: Parameters<typeof contribution>[2] = {}): void {
  const scores = [...new Array<number>(promoters).fill(10), ...new Array<number>(passives).fill(8), ...new Array<number>(detractors).fill(0)];
  scores.forEach((score, i) => scoring.answer(`${where}-${more.day}-${more.touchpoint ?? ''}-${i}`, null, contribution(where, score, more)));
}
beforeAll(async () => {
  reporting = await Reporting.start();
  const scoring = new Scoring();
  const march = { day: '2026-03-10' };
  answered(scoring, 'haifa', [70, 20, 10], march);
  answered(scoring, 'acre', [50, 30, 20], march);
  answered(scoring, 'acre', [10, 0, 0], { ...march, touchpoint: 'support' });
  answered(scoring, 'eilat', [20, 20, 60], march);
  answered(scoring, 'north', [4, 0, 0], march);
  answered(scoring, 'haifa', [40, 30, 30], { day: '2026-04-10' });
  answered(scoring, 'haifa', [5, 0, 0], { ...march, programme: 'voices', touchpoint: 'whisper' });
  answered(scoring, 'eilat', [0, 0, 4], { ...march, programme: 'voices', touchpoint: 'whisper' });
  await reporting.score(...scoring.changed());
});
afterAll(() => reporting?.close());

const MARCH = 'from=2026-03-01&to=2026-04-01';
const ask = async (path: string, as = analyst()) => {
  const { status, body } = await reporting.get(`/v1/scores/${path}`, as);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body;
};
const refused = async (path: string, as = analyst()) => {
  const { status, body } = await reporting.get(`/v1/scores/${path}`, as);
  return [status, body.errors?.[0]?.field];
};

describe('two groups', () => {
  test('differ where the difference is more than chance: two units', async () => {
    const body = await ask(`compare?${MARCH}&a.unit=haifa&b.unit=eilat&touchpoint=visit`);
    expect(body).toMatchObject({ a: { units: ['haifa'], nps: 60, n: 100, from: '2026-03-01' }, b: { nps: -40, n: 100, rest: false }, difference: { points: 100, significant: true }, higher: 'a' });
    // Adjusted estimates 58.25 and -38.83, standard errors 6.44 and 7.84.
    expect(body.difference.confidence.low).toBeCloseTo(77.2, 0);
    expect(body.difference.confidence.high).toBeCloseTo(117, 0);
  });
  test('are undecided where it is not', async () => {
    const body = await ask(`compare?${MARCH}&a.unit=haifa&b.unit=acre&touchpoint=visit&tree=is`);
    expect(body.difference.points).toBe(30);
    expect(await ask(`compare?${MARCH}&unit=haifa&b.touchpoint=support&a.touchpoint=visit`)).toMatchObject({ a: { n: 100 }, b: { n: 0, nps: null }, difference: null, higher: 'undecided' });
  });
  test('can be two times, whose ends are not included', async () => {
    const body = await ask('compare?unit=haifa&a.from=2026-04-01&a.to=2026-05-01&b.from=2026-03-01&b.to=2026-04-01');
    expect(body).toMatchObject({ a: { nps: 10, from: '2026-04-01' }, b: { nps: 60 }, difference: { points: -50, significant: true }, higher: 'b' });
  });
  test('can be one and the rest, which is what adds up with it to the whole', async () => {
    const body = await ask(`compare?${MARCH}&a.unit=haifa&b=rest`);
    const whole = (await reporting.get(`/v1/scores?${MARCH}`)).body.data[0];
    expect(body).toMatchObject({ a: { n: 100 }, b: { n: 214, promoters: 84, detractors: 80, rest: true, units: null } });
    expect(body.a.n + body.b.n).toBe(whole.n);
    expect(await ask(`compare?${MARCH}&unit=north&a.unit=haifa&b=rest&tree=is`)).toMatchObject({ b: { n: 114 } });
  });
  test.each([
    [`compare?${MARCH}&a.unit=haifa&b.unit=north`, 'b'], [`compare?${MARCH}`, 'b'], [`compare?${MARCH}&a.touchpoint=visit`, 'b'], ['compare?unit=haifa&b.from=2026-03-01', 'b'],
    [`compare?${MARCH}&unit=north&a.unit=eilat&b=rest`, 'a.unit'], [`compare?${MARCH}&a.unit=haifa&b=rest&b.unit=acre`, 'b'], [`compare?${MARCH}&a.unit=nowhere&b.unit=eilat`, 'a.unit'],
    [`compare?${MARCH}&b.touchpoint=nothing`, 'b.touchpoint'], ['compare?a.from=2026-03-02&a.to=2026-03-01', 'a.to'], [`compare?${MARCH}&a.colour=red`, 'a.colour'], [`compare?${MARCH}&measure=csat`, 'measure'],
    ['compare?a.touchpoint=visit&b.touchpoint=yearly', 'touchpoint'], [`compare?${MARCH}&interval=day`, 'interval'],
  ])('%s is refused, naming %s', async (path, field) => expect(await refused(path)).toEqual([400, field]));
  test('are both of units that one may see', async () => {
    expect(await refused(`compare?${MARCH}&a.unit=haifa&b.unit=eilat`, person('manager', ['north']))).toEqual([403, 'b.unit']);
    expect(await ask(`compare?${MARCH}&a.unit=haifa&b=rest`, person('manager', ['north']))).toMatchObject({ b: { n: 114, units: ['north'] } });
  });
  test('of an anonymous programme tell neither where one is too small, since it would follow from the other', async () => {
    const body = await ask(`compare?${MARCH}&programme=voices&a.unit=haifa&b=rest`);
    expect([body.a, body.b].map(({ nps, counts, suppressed }) => [nps, counts, suppressed])).toEqual([[null, null, true], [null, null, true]]);
  });
});

describe('a ranking', () => {
  test('by unit puts into one tier what does not differ, and leaves out who has too few answers', async () => {
    const body = await ask(`ranking?by=unit&${MARCH}&touchpoint=visit`);
    expect(body.data.map(({ unit: key, tier, places, n }: { unit: string; tier: number; places: object; n: number }) => [key, tier, places, n])).toEqual([
      ['haifa', 1, { from: 1, to: 1 }, 100], ['acre', 2, { from: 2, to: 2 }, 100], ['eilat', 3, { from: 3, to: 3 }, 100],
    ]);
    expect(body).toMatchObject({ tiers: 3, by: 'unit', unranked: [{ unit: 'north', n: 4, sufficient: false, confidence: null }] });
    expect(body.data[0].rest).toMatchObject({ n: 200, nps: -5, points: 65, significant: true });
    expect(body.data[1].rest).toMatchObject({ n: 200, nps: 10, points: 20 });
    expect(body.data[0].confidence.level).toBe(0.95);
  });
  test('by unit, regions stand for what is below them', async () => {
    const body = await ask(`ranking?by=unit&${MARCH}&unit=north,south`);
    expect(body.data.map(({ unit: key, tier, n }: { unit: string; tier: number; n: number }) => [key, tier, n])).toEqual([['north', 1, 214], ['south', 2, 100]]);
  });
  test('by touchpoint tells them apart as well', async () => {
    const body = await ask(`ranking?by=touchpoint&${MARCH}`);
    expect(body.data.map(({ touchpoint, tier }: { touchpoint: string; tier: number }) => [touchpoint, tier])).toEqual([['support', 1], ['visit', 2]]);
  });
  test('can be of the last days before an end', async () => {
    const body = await ask('ranking?by=unit&window=7d&to=2026-04-11&touchpoint=visit');
    expect(body.data.map(({ unit: key, n, rest }: { unit: string; n: number; rest: object | null }) => [key, n, rest])).toEqual([['haifa', 100, null]]);
  });
  test('of nothing is empty', async () => expect(await ask('ranking?by=unit&from=1999-01-01&to=1999-02-01')).toMatchObject({ tiers: 0, data: [], unranked: [] }));
  test.each([[`ranking?${MARCH}`, 'by'], ['ranking?by=colour', 'by'], ['ranking?by=unit&unit=north,haifa', 'unit'], ['ranking?by=unit&interval=day', 'interval'], ['ranking?by=unit&measure=ces', 'measure'], ['ranking?by=unit&window=7d&from=2026-01-01', 'from']])(
    '%s is refused, naming %s', async (path, field) => expect(await refused(path)).toEqual([400, field]));
  test('refuses units of which one once contained the other, unless the tree of now is asked for', async () => {
    await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-04-10T09:00:00Z' }], 2));
    await reporting.caughtUp(catalogTopic);
    await eventually('the move seen', async () => (await refused('ranking?by=unit&tree=is&unit=south,acre'))[0] === 400);
    expect((await reporting.get('/v1/scores/ranking?by=unit&tree=is&unit=north,acre')).status).toBe(200);
  });
});
