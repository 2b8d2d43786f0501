import { programmeSet, type Contribution, type InvitationContribution } from '@candor/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { outgoing, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { contribution } from '../../../test/answers.ts';
import { Scoring } from '../../../test/scoring.ts';
import { DataSource } from 'typeorm';
import { analyst, person, Reporting, touchpoint } from '../../../test/start-reporting.ts';

interface Row { unit?: string; cut?: string; value?: string | null; n: number; counts: number[]; invited: number; answered: number; pending: number; bounced: number; responseRate: number | null }

let reporting: Reporting;
/** What counts in the end, answer by answer. */
const answers = new Map<string, Contribution>();
const invitations = new Map<string, InvitationContribution>();
const period = 'programme=cut&from=2026-04-01&to=2026-05-01';

beforeAll(async () => {
  reporting = await Reporting.start();
  await reporting.neighbours.publish('catalog', touchpoint('counter', 1, 'cut'), outgoing(programmeSet, { ...programmeSet.sample, key: 'cut', cuts: ['channel', 'product'] }) as Outgoing);
  const scoring = new Scoring();
  const change = (id: string, after: Contribution | null): void => {
    scoring.answer(id, answers.get(id) ?? null, after);
    if (after) answers.set(id, after);
    else answers.delete(id);
  };
  const units = ['haifa', 'acre', 'eilat'];
  const products = ['loan', 'card', undefined];
  for (let i = 0; i < 90; i++) {
    const product = products[i % 3];
    // The first were recorded before anything was declared.
    const cuts = i < 30 ? {} : { cuts: ['channel' as const, 'product' as const] };
    change(`a-${i}`, contribution(units[i % 2]!, i % 11, { programme: 'cut', touchpoint: 'counter', day: `2026-04-${String(1 + (i % 28)).padStart(2, '0')}`, channel: i % 4 ? 'email' : 'sms', ...(product && { product }), ...cuts }));
  }
  const invite = (id: string, after: InvitationContribution): void => {
    scoring.invitation(id, invitations.get(id) ?? null, after);
    invitations.set(id, after);
  };
  for (let i = 0; i < 60; i++) {
    const { measure: _, score: __, ...place } = contribution(units[i % 2]!, 0, { programme: 'cut', touchpoint: 'counter', day: `2026-04-${String(1 + (i % 28)).padStart(2, '0')}`, channel: i % 4 ? 'email' : 'sms', ...(products[i % 3] && { product: products[i % 3]! }) });
    invite(`i-${i}`, { ...place, ...(i < 10 ? {} : { cuts: ['channel', 'product'] }), delivered: true, bounced: false, answered: false, matured: false });
  }
  const first = scoring.changed();
  for (const [i, score] of [[40, 10], [41, 0], [7, 3]] as const) change(`a-${i}`, { ...answers.get(`a-${i}`)!, score });
  for (const id of ['a-31', 'a-60', 'a-2']) change(id, null);
  for (const [id, sent] of invitations) {
    const i = Number(id.slice(2));
    if (i % 6 === 0) invite(id, { ...sent, delivered: false, bounced: true });
    else if (i % 5 < 4) invite(id, { ...sent, answered: i % 5 === 0, matured: i % 5 < 3 });
  }
  const last = scoring.changed();
  // All of it twice, and the old state once more at the end.
  await reporting.score(...first, ...last, ...last, ...first);
});
afterAll(() => reporting.close());

const rows = async (query: string): Promise<Row[]> => {
  const { status, body } = await reporting.get(`/v1/scores?${period}&${query}`);
  expect(status).toBe(200);
  return body.data;
};

/** Straight from the answers that count. */
function recounted(keyOf: (answer: Contribution) => string | undefined): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const answer of answers.values()) {
    const key = keyOf(answer);
    if (key !== undefined) (found[key] ??= new Array<number>(11).fill(0))[answer.score]! += 1;
  }
  return found;
}
const said = (cut: 'channel' | 'product') => (answer: Contribution | InvitationContribution): string => (answer.cuts ? (answer[cut] ?? 'null') : 'null');
const rateOf = ({ invited, answered, pending, bounced, responseRate }: Pick<Row, 'invited' | 'answered' | 'pending' | 'bounced' | 'responseRate'>) => ({ invited, answered, pending, bounced, responseRate });
/** Straight from the invitations. */
function asked(keyOf: (one: InvitationContribution) => string): Record<string, ReturnType<typeof rateOf>> {
  return Object.fromEntries([...Map.groupBy(invitations.values(), keyOf)].map(([key, all]) => {
    const n = (which: (one: InvitationContribution) => boolean): number => all.filter(which).length;
    const matured = n((one) => one.matured && one.delivered);
    const answered = n((one) => one.answered);
    return [key, {
      invited: all.length, answered, bounced: n((one) => one.bounced), pending: n((one) => one.delivered && !one.answered && !one.matured),
      responseRate: matured === 0 ? null : n((one) => one.matured && one.delivered && one.answered) / matured,
    }];
  }));
}
const byKey = (found: Row[], keyOf: (row: Row) => string): Record<string, number[]> => Object.fromEntries(found.map((row) => [keyOf(row), row.counts]));

describe('after duplicates, amendments and erased answers, a recount of the answers is what is shown', () => {
  test.each(['channel', 'product'] as const)('by %s, and the rows add up to the figure of all', async (cut) => {
    const found = await rows(`groupBy=${cut}`);
    expect(byKey(found, ({ value }) => String(value))).toEqual(recounted(said(cut)));
    const [all] = await rows('');
    expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(all!.n);
    expect(all!.n).toBe(answers.size);
    expect(found.every((row) => row.cut === cut)).toBe(true);
  });
  test('by unit and product', async () => {
    expect(byKey(await rows('groupBy=unit,product'), ({ unit, value }) => `${unit} ${value}`)).toEqual(recounted((answer) => `${answer.path.at(-1)} ${said('product')(answer)}`));
  });
  test('of named units with what is below them', async () => {
    expect(byKey(await rows('unit=north&groupBy=product'), ({ value }) => String(value))).toEqual(recounted((answer) => (answer.path.includes('north') ? said('product')(answer) : undefined)));
  });
  test('of some values only', async () => {
    const [only, ...others] = await rows('product=loan,card');
    expect([only!.counts, others]).toEqual([recounted((answer) => (said('product')(answer) === 'null' ? undefined : 'x')).x, []]);
    expect((await rows('channel=sms&groupBy=channel')).map(({ value }) => value)).toEqual(['sms']);
  });
  test.each([['groupBy=channel', said('channel')], ['groupBy=product', said('product')], ['unit=north&groupBy=product', said('product')], ['groupBy=unit,channel', (one: InvitationContribution): string => `${one.path.at(-1)} ${said('channel')(one)}`]] as const)(
    'response rates, by %s: of invitations that said the value when they went out', async (query, keyOf) => {
      const found = (await rows(query)).filter(({ invited }) => invited > 0);
      expect(Object.fromEntries(found.map((row) => [`${row.unit ? `${row.unit} ` : ''}${row.value}`, rateOf(row)]))).toEqual(asked(keyOf));
      const [all] = await rows('');
      expect(found.reduce((sum, { invited }) => sum + invited, 0)).toBe(all!.invited);
      expect(all!.invited).toBe(invitations.size);
    });
  test('as a file', async () => {
    const { status, text } = await reporting.get(`/v1/scores?${period}&groupBy=product`, analyst(), { headers: { accept: 'text/csv' } }) as unknown as { status: number; text: string };
    expect(status).toBe(200);
    expect(text).toMatch(/,product,loan,/);
  });
});

test('sums of cuts that were damaged are right again after the copy was made anew', async () => {
  const before = await rows('groupBy=unit,product');
  await reporting.app.app.get(DataSource).query('UPDATE cut_day SET invited = invited + 5, c9 = c9 + 1');
  expect(await rows('groupBy=unit,product')).not.toEqual(before);
  const operator = person('administrator');
  const { body: { id } } = await reporting.app.call('POST', '/v1/rebuilds', { as: operator, body: { model: 'scores', reason: 'rows were changed by hand' } });
  await eventually('it ends', async () => (await reporting.app.call('GET', `/v1/rebuilds/${id}`, { as: operator })).body.endedAt !== null);
  expect(await rows('groupBy=unit,product')).toEqual(before);
});

test.each([
  ['programme=cut&groupBy=segment', 'groupBy'], ['programme=cut&account=acme', 'account'], ['programme=transactional&channel=email', 'channel'], ['programme=voices&groupBy=channel', 'groupBy'],
  ['programme=cut&groupBy=channel,product', 'groupBy'], ['programme=cut&groupBy=channel&product=loan', 'product'], ['programme=cut&groupBy=channel&interval=hour', 'interval'],
  ['programme=cut&groupBy=channel&window=30d', 'window'],
])('%s is refused, naming the field %s', async (query, field) => {
  const { status, body } = await reporting.get(`/v1/scores?${query}`);
  expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
});
