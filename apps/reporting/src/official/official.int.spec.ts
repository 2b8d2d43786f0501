import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PG_POOL } from '@candor/database';
import type { Principal } from '@candor/identity';
import type pg from 'pg';
import { contribution } from '../../test/answers.ts';
import { Scoring } from '../../test/scoring.ts';
import { analyst, person, Reporting } from '../../test/start-reporting.ts';

let reporting: Reporting;
const scoring = new Scoring();
const day = '2026-07-10';
beforeAll(async () => {
  reporting = await Reporting.start();
  for (let i = 0; i < 60; i++) scoring.answer(`h${i}`, null, contribution('haifa', i < 45 ? 10 : 0, { day }));
  for (let i = 0; i < 40; i++) scoring.answer(`e${i}`, null, contribution('eilat', i < 20 ? 10 : 0, { day, touchpoint: i % 2 ? 'visit' : 'support' }));
  await reporting.score(...scoring.changed());
});
afterAll(() => reporting?.close());

const admin = person('administrator');
const call = async (method: string, path: string, body?: object, as: Principal = analyst()) => reporting.app.call(method, `/v1/${path}`, { as, ...(body ? { body } : {}) });
interface Row { unit: string | null; touchpoint: string | null; nps: number; n: number; state: string | null; target: number | null; before?: object }
const rowOf = (data: Row[], unit: string | null, touchpoint: string | null = null): Row | undefined => data.find((row) => row.unit === unit && row.touchpoint === touchpoint);

describe('targets', () => {
  test('are met, not met, or undecided while the interval contains them', async () => {
    await call('PUT', 'targets', { unit: 'haifa', value: 20 }, admin);
    await call('PUT', 'targets', { unit: 'eilat', value: 60 }, admin);
    await call('PUT', 'targets', { unit: 'south', touchpoint: 'support', value: 5 }, admin);
    await call('PUT', 'targets', { value: 30 }, admin);
    const { body } = await call('GET', 'targets?from=2026-07-01&to=2026-10-01');
    expect(body.data.map((row: { unit: string; touchpoint: string; value: number; state: string; figure: { n: number } }) => [row.unit, row.touchpoint, row.value, row.state, row.figure.n])).toEqual([
      [null, null, 30, 'undecided', 100], ['eilat', null, 60, 'not-met', 40], ['haifa', null, 20, 'met', 60], ['south', 'support', 5, 'undecided', 20],
    ]);
    expect(body.data[0]).toMatchObject({ setBy: admin.subject, setByName: admin.name });
    expect((await call('GET', 'targets')).body.data.map(({ state }: { state: string }) => state)).toEqual(['undecided', 'undecided', 'undecided', 'undecided']);
  });
  test('set twice are set once, and who is limited sees and sets those of their units', async () => {
    const count = async (): Promise<number> => (await reporting.app.app.get<pg.Pool>(PG_POOL).query('SELECT 1 FROM target')).rowCount!;
    const before = await count();
    await call('PUT', 'targets', { unit: 'haifa', value: 20 }, admin);
    expect(await count()).toBe(before);
    expect((await call('GET', 'targets', undefined, person('manager', ['north']))).body.data.map(({ unit }: { unit: string }) => unit)).toEqual(['haifa']);
    const northern = { ...admin, units: ['north'] };
    expect((await call('PUT', 'targets', { unit: 'eilat', value: 1 }, northern)).status).toBe(403);
    expect((await call('PUT', 'targets', { value: 1 }, northern)).status).toBe(403);
    expect((await call('PUT', 'targets', { unit: 'haifa', value: 1 }, analyst())).status).toBe(403);
  });
  test.each([[{ unit: 'nowhere', value: 1 }, 'unit'], [{ touchpoint: 'yearly', value: 1 }, 'touchpoint'], [{ value: 101 }, 'value'], [{}, 'value'], [{ value: 1, measure: 'csat' }, 'measure'], [{ value: 1, programme: 'none' }, 'programme']])(
    '%j is refused, naming %s', async (body, field) => {
      const answer = await call('PUT', 'targets', body, admin);
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    });
});

describe('a quarter', () => {
  test('is frozen with its figures and the targets of then; the same call again changes nothing', async () => {
    const { status, body } = await call('PUT', 'official/2026-Q3', {});
    expect([status, body.edition, body.from, body.to, body.signed, body.reason]).toEqual([200, 1, '2026-07-01', '2026-10-01', null, null]);
    expect(rowOf(body.data, null)).toMatchObject({ n: 100, nps: 30, target: 30, state: 'undecided' });
    expect(rowOf(body.data, 'haifa')).toMatchObject({ n: 60, nps: 50, target: 20, state: 'met', confidence: { level: 0.95 } });
    expect(rowOf(body.data, 'north')).toMatchObject({ n: 60, target: null, state: null });
    expect(rowOf(body.data, 'south', 'support')).toMatchObject({ n: 20, target: 5 });
    for (const again of [{}, undefined]) expect((await call('PUT', 'official/2026-Q3', again)).body).toEqual(body);
  });
  test('is signed once, with who and when', async () => {
    const { status, body } = await call('POST', 'official/2026-Q3/sign', {}, admin);
    expect([status, body.signed]).toEqual([200, { by: 'the-administrator', name: admin.name, at: expect.stringMatching(/^20/) }]);
    expect((await call('POST', 'official/2026-Q3/sign', {}, admin)).body.signed).toEqual(body.signed);
    expect((await call('POST', 'official/2026-Q3/sign', {})).body.code).toBe('OFFICIAL.SIGNED');
  });
  test('stays as it was whatever happens to the answers and targets, and is restated only with a reason, visibly', async () => {
    expect((await call('POST', 'official/2026-Q3/restate', { reason: 'just so' })).body.code).toBe('OFFICIAL.UNCHANGED');
    const before = (await call('GET', 'official/2026-Q3')).body;
    for (let i = 45; i < 60; i++) scoring.answer(`h${i}`, contribution('haifa', 0, { day }), null);
    await reporting.score(...scoring.changed());
    await call('PUT', 'targets', { unit: 'haifa', value: 90 }, admin);
    expect((await reporting.get('/v1/scores?unit=haifa&from=2026-07-01&to=2026-10-01')).body.data[0].nps).toBe(100);
    expect((await call('GET', 'official/2026-Q3')).body).toEqual(before);

    expect((await call('POST', 'official/2026-Q3/restate', {})).body.errors[0].field).toBe('reason');
    const { body } = await call('POST', 'official/2026-Q3/restate', { reason: 'Answers of a bot were excluded' });
    expect(body).toMatchObject({ edition: 2, signed: null, reason: 'Answers of a bot were excluded', changed: 8, editions: [{ edition: 2 }, { edition: 1, signed: { by: 'the-administrator' } }] });
    expect(rowOf(body.data, 'haifa')).toMatchObject({ nps: 100, n: 45, target: 90, before: { nps: 50, n: 60 } });
    expect(rowOf(body.data, 'eilat')).not.toHaveProperty('before');
    expect((await call('GET', 'official/2026-Q3?edition=1')).body.data).toEqual(before.data);
    expect((await call('GET', 'official')).body.data.map(({ quarter, edition }: { quarter: string; edition: number }) => [quarter, edition])).toEqual([['2026-Q3', 2], ['2026-Q3', 1]]);
  });
  test('cannot be changed behind the service either', async () => {
    const pool = reporting.app.app.get<pg.Pool>(PG_POOL);
    for (const statement of [
      `UPDATE official_figure SET target = 0`, 'DELETE FROM official_figure', 'TRUNCATE official_figure', `UPDATE official_edition SET signed_by = 'me' WHERE edition = 1`, `UPDATE official_edition SET signed_by_name = 'me' WHERE edition = 1`, `UPDATE official_edition SET reason = 'other' WHERE edition = 2`,
      'DELETE FROM official_edition', 'UPDATE target SET value = 0', 'DELETE FROM target',
    ]) await expect(pool.query(statement)).rejects.toThrow('is history');
  });
  test('shows each their own units, and is frozen by who may correct and sees all of them', async () => {
    const { body } = await call('GET', 'official/2026-Q3', undefined, person('manager', ['south']));
    expect(new Set(body.data.map(({ unit }: Row) => unit))).toEqual(new Set(['south', 'eilat']));
    for (const as of [person('manager'), analyst(['north'])]) expect((await call('PUT', 'official/2026-Q3', {}, as)).status).toBe(403);
  });
  test('that was frozen by two at once has one edition', async () => {
    for (let i = 0; i < 20; i++) scoring.answer(`q2-${i}`, null, contribution('haifa', 10, { day: '2026-04-10' }));
    await reporting.score(...scoring.changed());
    const both = await Promise.all([call('PUT', 'official/2026-Q2', {}), call('PUT', 'official/2026-Q2', {}, admin)]);
    expect(both.map(({ status, body }) => [status, body.editions.length])).toEqual([[200, 1], [200, 1]]);
    expect(both[0]!.body).toEqual(both[1]!.body);
  });
  test.each([
    ['PUT', 'official/2099-Q1', {}, 409, 'OFFICIAL.NOT_OVER'], ['PUT', 'official/1999-Q1', {}, 409, 'OFFICIAL.EMPTY'], ['GET', 'official/2025-Q1', undefined, 404], ['GET', 'official/2026-Q3?edition=9', undefined, 404], ['POST', 'official/2025-Q1/sign', {}, 404],
    ['POST', 'official/2025-Q1/restate', { reason: 'why not' }, 404], ['PUT', 'official/2026-Q5', {}, 400], ['PUT', 'official/2026-Q3', { colour: 'red' }, 400], ['PUT', 'official/2026-Q1', { programme: 'none' }, 400],
    ['GET', 'official/2026-Q3?colour=red', undefined, 400],
  ] as [string, string, object | undefined, number, string?][])('%s %s %j is answered %i %s', async (method, path, body, status, code: string | undefined = undefined) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body.code).toBe(code);
  });
});
