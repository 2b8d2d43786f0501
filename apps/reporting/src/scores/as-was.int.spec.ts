import { catalogTopic, invitationProgressed, invitationTopic, programmeSet, type Contribution, type InvitationContribution } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Answers } from '../../test/loop.ts';
import { DataSource } from 'typeorm';
import { Reporting, touchpoint, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
/** acre moved from north to south at noon on the 10th; answers came before and after, and one late that was given before. */
beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.neighbours.publish('catalog', unit('acre', [{ parent: 'north', from: null }, { parent: 'south', from: '2026-04-10T09:00:00Z' }], 2));
  const before = { path: ['bank', 'north', 'acre'] };
  const after = { path: ['bank', 'south', 'acre'] };
  await new Answers(reporting)
    .record('h1', contribution('haifa', 10, { day: '2026-04-09' }))
    .record('a1', contribution('acre', 9, { day: '2026-04-09', ...before }))
    .record('a2', contribution('acre', 0, { day: '2026-04-10', hour: 9, ...before }))
    .record('a3', contribution('acre', 1, { day: '2026-04-10', hour: 14, ...after }))
    .record('a4', contribution('acre', 2, { day: '2026-04-11', ...after }))
    .record('e1', contribution('eilat', 7, { day: '2026-04-11' }))
    .record('late', contribution('acre', 3, { day: '2026-04-08', ...before }))
    .arrive();
  await reporting.caughtUp(catalogTopic);
});
afterAll(() => reporting.close());

const counted = async (query: string): Promise<number[]> => {
  const { status, body } = await reporting.get(`/v1/scores?from=2026-04-01&to=2026-05-01&${query}`);
  expect(status).toBe(200);
  return body.data.map((row: { n: number }) => row.n);
};

test.each([
  ['unit=north&tree=was', [4]],
  ['unit=south&tree=was', [3]],
  ['unit=north&tree=is', [1]],
  ['unit=south&tree=is', [6]],
  ['tree=was', [7]],
  ['tree=is', [7]],
  ['unit=north,south&groupBy=unit&tree=is', [1, 6]],
])('an answer counts where its unit stood then, or where it stands now: %s', async (query, n) => expect(await counted(query)).toEqual(n));

test.each([
  // north as it was (h1, a1, a2, late), and acre wherever it stood (a1 to a4, late): two of acre's own are beside north
  ['unit=north,acre', [6]],
  ['unit=north,acre,haifa', [6]],
  ['unit=south,acre', [6]],
  ['unit=north,south', [7]],
  ['unit=north,acre&tree=is', [6]],
  ['unit=north,acre,bank', [7]],
])('units that overlap for a part of their time are counted once: %s', async (query, n) => expect(await counted(query)).toEqual(n));

test('two regions and a unit that moved between them: each answer once, also where only some answers are inside', async () => {
  expect(await counted('unit=north,haifa&interval=hour&touchpoint=visit')).toEqual([1, 2, 1]);
  const { body } = await reporting.get('/v1/scores?unit=south&interval=hour&from=2026-04-10&to=2026-04-11');
  expect(body.data.map((row: { from: string; n: number }) => [row.from, row.n])).toEqual([['2026-04-10T14:00:00', 1]]);
});

describe('by a declared cut', () => {
  const given = new Map<string, Contribution>();
  const asked: InvitationContribution[] = [];
  beforeAll(async () => {
    await reporting.neighbours.publish('catalog', touchpoint('counter', 1, 'cut'), outgoing(programmeSet, { ...programmeSet.sample, key: 'cut', cuts: ['product'] }) as Outgoing);
    const answers = new Answers(reporting);
    for (let i = 0; i < 24; i++) {
      // acre moves on the 10th; a third was recorded before the cut was declared, and some say no product.
      const path = ['bank', i % 3 === 0 || i >= 12 ? 'south' : 'north', i % 3 === 0 ? 'eilat' : 'acre'];
      const one = contribution('haifa', i % 11, { programme: 'cut', touchpoint: 'counter', path, day: `2026-04-${i < 12 ? '08' : '12'}`, ...(i % 5 && { product: i % 2 ? 'loan' : 'card' }), ...(i % 4 && { cuts: ['product'] }) });
      given.set(`c-${i}`, one);
      answers.record(`c-${i}`, one);
      const { measure: _, score: __, ...place } = one;
      if (path[2] !== 'acre') continue;
      asked.push({ ...place, delivered: true, bounced: false, answered: i % 2 === 0, matured: true });
      await reporting.neighbours.publish('dispatch', outgoing(invitationProgressed, {
        ...invitationProgressed.sample, id: `0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7${String(i).padStart(3, '0')}`, revision: 1, before: null, after: asked.at(-1)!,
      }) as Outgoing);
    }
    await answers.amend('c-5', 0).exclude('c-7').arrive();
    given.set('c-5', { ...given.get('c-5')!, score: 0 });
    given.delete('c-7');
    await reporting.caughtUp(invitationTopic);
  });

  const period = 'programme=cut&from=2026-04-01&to=2026-05-01';
  const said = ({ cuts, product }: Contribution | InvitationContribution): string => (cuts && product) ?? 'null';
  const inside = (region: string) => ({ path }: Contribution | InvitationContribution): boolean => path.includes(region);

  test.each(['north', 'south'])('%s as it was is a recount of single answers and invitations, though a unit has moved through it', async (region) => {
    const { body } = await reporting.get(`/v1/scores?${period}&unit=${region}&groupBy=product`);
    const counts = Map.groupBy([...given.values()].filter(inside(region)), said);
    const invited = Map.groupBy(asked.filter(inside(region)), said);
    expect(Object.fromEntries(body.data.map((row: { value: string | null; counts: number[]; invited: number; answered: number }) => [String(row.value), [row.counts, row.invited, row.answered]]))).toEqual(
      Object.fromEntries([...counts].map(([value, all]) => [value, [
        Array.from({ length: 11 }, (_, score) => all.filter((one) => one.score === score).length), invited.get(value)?.length ?? 0, (invited.get(value) ?? []).filter(({ answered }) => answered).length,
      ]])));
    const some = await reporting.get(`/v1/scores?${period}&unit=${region}&product=loan`);
    expect(some.body.data[0].n).toBe(counts.get('loan')!.length);
  });

  test('single answers of BI tools give the same figures, what is not counted by the cut as well', async () => {
    const { body: { value: rows } } = await reporting.get(`/odata/Answers?$filter=${encodeURIComponent(`programme eq 'cut' and excluded eq false`)}&$select=product,counted_by`);
    const { body } = await reporting.get(`/v1/scores?${period}&groupBy=product&tree=is`);
    const found = Map.groupBy(rows as { product: string | null; counted_by: string }[], ({ product, counted_by: by }) => String(by.includes('/product/') ? product : null));
    expect(Object.fromEntries([...found].map(([value, all]) => [value, all.length]))).toEqual(Object.fromEntries(body.data.map((row: { value: string | null; n: number }) => [String(row.value), row.n])));
    const rest = await reporting.get(`/odata/Answers?$filter=${encodeURIComponent(`programme eq 'cut' and excluded eq false and (counted_by eq null or not contains(counted_by,'/product/') or product eq null)`)}&$select=id`);
    expect(rest.body.value).toHaveLength(found.get('null')!.length);
  });

  test('what was copied before it was kept by what it counts is refused, and not counted as something else', async () => {
    await reporting.app.app.get(DataSource).query(`UPDATE answer SET cuts = NULL WHERE id = 'c-4'`);
    const { status, body } = await reporting.get(`/v1/scores?${period}&unit=north&groupBy=product`);
    expect([status, body.errors[0].field]).toEqual([400, 'tree']);
    expect((await reporting.get(`/v1/scores?${period}&unit=north&groupBy=product&tree=is`)).status).toBe(200);
  });
});
