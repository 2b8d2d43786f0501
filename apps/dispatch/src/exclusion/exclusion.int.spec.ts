import { decisionMade } from '@candor/contracts';
import { scopesOf, type Principal } from '@candor/identity';
import { eventually } from '@candor/testing';
import { everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';
import { Loops } from '../timer/loops.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const exclude = (body: unknown, as = everybody) => dispatch.app.call('POST', '/v1/exclusions', { as, body });
const file = (type: string, body: string, query = '') => dispatch.app.call('POST', `/v1/exclusions${query}`, { as: everybody, headers: { 'content-type': type }, body });
const list = async (query: string) => (await dispatch.app.call('GET', `/v1/exclusions?${query}`, { as: everybody })).body.data;

describe('an exclusion', () => {
  it.each([['customer', (id: string) => ({ customer: `C-${id}` })], ['email', (id: string) => ({ email: `${id.toUpperCase()}@Example.com` })], ['phone', () => ({ phone: '+972 50-765-4321' })]] as const)(
    'by %s keeps somebody from being asked, and their interaction ends as excluded with its reason', async (_by, subject) => {
      const id = newId('out');
      expect((await exclude({ ...subject(id), reason: 'minor', note: 'born 2012' })).status).toBe(201);
      await dispatch.post(visit(id, {}, { phone: '+972507654321' }));
      expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'excluded', reasonCode: 'MINOR', reason: 'the customer is recorded as a minor' });
      expect(await eventually('told', () => dispatch.neighbours.heardOf(decisionMade).find((one) => one.interaction.id === id))).toMatchObject({ outcome: 'excluded', reason: { code: 'MINOR' } });
    });

  it('stops a message that was decided upon and not sent', async () => {
    const id = newId('late');
    dispatch.mail.behaviours.set(`${id}@example.com`, 'greylists');
    await dispatch.post(visit(id));
    await eventually('put off', async () => (await dispatch.decision(id)).reasonCode === 'DEFERRED');
    await exclude({ customer: `C-${id}`, reason: 'litigation', note: 'case 17' });
    dispatch.mail.behaviours.delete(`${id}@example.com`);
    await dispatch.sql("UPDATE invitation SET next_attempt_at = now() WHERE address = $1", [`${id}@example.com`]);
    dispatch.app.app.get(Loops).wake('send');
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'excluded', reasonCode: 'LITIGATION', invitation: { status: 'cancelled' } });
    expect(dispatch.mail.to(`${id}@example.com`)).toHaveLength(0);
  });

  it('keeps who made it and why, holds once, and can be taken back, which stays on record too', async () => {
    const id = newId('record');
    const first = await exclude({ customer: `C-${id}`, reason: 'do-not-contact', note: 'asked by phone' });
    expect(first.body).toMatchObject({ customer: `C-${id}`, reason: 'do-not-contact', note: 'asked by phone', addedBy: { id: 'k-all', name: 'All' } });
    expect(await exclude({ customer: `C-${id}`, reason: 'do-not-contact', note: 'again' })).toMatchObject({ status: 200, body: first.body });
    const remove = (query: string) => dispatch.app.call('DELETE', `/v1/exclusions/${first.body.id}${query}`, { as: everybody });
    expect(await remove('')).toMatchObject({ status: 400, body: { errors: [{ field: 'note' }] } });
    expect((await remove('?note=a%20mistake')).status).toBe(204);
    expect((await remove('?note=another%20story')).status).toBe(204);
    expect(await list(`customer=C-${id}`)).toEqual([]);
    expect(await list(`customer=C-${id}&removed=true`)).toMatchObject([{ id: first.body.id, removed: { by: { name: 'All' }, note: 'a mistake' } }]);
    await dispatch.post(visit(id));
    expect(await dispatch.outcome(id)).toMatchObject({ outcome: 'invited' });
    expect((await dispatch.app.call('DELETE', '/v1/exclusions/01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f?note=x', { as: everybody })).status).toBe(404);
  });

  it.each([
    [{ reason: 'minor', note: 'x' }, 'customer'], [{ customer: 'C-1', email: 'a@example.com', reason: 'minor', note: 'x' }, 'email'], [{ customer: 'C-1', reason: 'shy', note: 'x' }, 'reason'],
    [{ customer: 'C-1', reason: 'minor' }, 'note'], [{ email: 'nobody', reason: 'minor', note: 'x' }, 'email'], [{ phone: '050-1234567', reason: 'minor', note: 'x' }, 'phone'],
    [{ customer: 'C-1', reason: 'minor', note: 'x', until: 2030 }, 'until'], [[], 'body'], [{ customer: 'C-1', reason: 'minor', note: 'a\0b' }, 'note'],
  ])('%j is refused, naming %s', async (body, field) => expect(await exclude(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

  it('cannot be made, seen or taken back by anybody whose results are measured, nor for some units only', async () => {
    for (const role of ['agent', 'supervisor', 'manager', 'analyst'] as const) {
      const measured: Principal = { ...everybody, kind: 'person', scopes: scopesOf([role]), roles: [role] };
      for (const [method, path] of [['POST', ''], ['GET', ''], ['DELETE', '/01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f']] as const) {
        expect((await dispatch.app.call(method, `/v1/exclusions${path}`, { as: measured, ...(method === 'POST' ? { body: {} } : {}) })).status).toBe(403);
      }
      // Neither can they trigger or time a survey.
      expect((await dispatch.post(visit(newId('staff')), measured)).status).toBe(403);
    }
    expect((await exclude({ customer: 'C-1', reason: 'minor', note: 'x' }, northern)).status).toBe(403);
  });
});

describe('a file of exclusions', () => {
  it('is taken as CSV, says what is wrong with which line, and changes nothing when it comes again', async () => {
    const id = newId('csv');
    const csv = `\uFEFFemail,reason,customer,note\r\n,deceased,C-${id}-1,"letter, 2026"\r\n${id}@example.com,,,\r\nnobody,,,\r\n,shy,C-${id}-2,\r\n\r\n,C-${id}-3\r\n`;
    const loaded = await file('text/csv; charset=utf-8', csv, '?reason=do-not-contact&note=list%20of%20November');
    expect(loaded).toMatchObject({ status: 200, body: { rows: 5, accepted: 2, duplicates: 0, refusedRows: 3 } });
    expect(loaded.body.refused.map(({ line, errors }: { line: number; errors: { field: string }[] }) => [line, errors[0]?.field])).toEqual([[4, 'email'], [5, 'reason'], [7, 'body']]);
    expect(await list(`customer=C-${id}-1`)).toMatchObject([{ reason: 'deceased', note: 'letter, 2026' }]);
    expect(await list(`email=${id}@EXAMPLE.com`)).toMatchObject([{ reason: 'do-not-contact', note: 'list of November' }]);
    expect((await file('text/csv', csv, '?reason=do-not-contact&note=list')).body).toMatchObject({ accepted: 0, duplicates: 2, refusedRows: 3 });
  });

  it('is taken as NDJSON', async () => {
    const id = newId('lines');
    const lines = [{ customer: `${id}-1`, reason: 'minor', note: 'שנת 2012' }, { customer: `${id}-1`, reason: 'minor', note: 'again' }].map((one) => JSON.stringify(one));
    expect((await file('application/x-ndjson', `${lines.join('\n')}\n{"broken\n7`)).body)
      .toMatchObject({ rows: 4, accepted: 1, duplicates: 1, refused: [{ line: 3, errors: [{ field: 'body' }] }, { line: 4, errors: [{ field: 'body' }] }] });
    expect(await list(`customer=${id}-1`)).toMatchObject([{ note: 'שנת 2012' }]);
  });

  it('is followed while its rows are stored, says what is wrong with which line, and changes nothing when it comes again', async () => {
    const id = newId('import');
    const bring = (body: string, query: string, as = everybody) => dispatch.app.call('POST', `/v1/exclusions/import${query}`, { as, headers: { 'content-type': 'text/csv' }, body });
    const look = async (file: string) => (await dispatch.app.call('GET', `/v1/exclusions/imports/${file}`, { as: everybody })).body;
    const brought = async (body: string): Promise<{ seen: number[]; done: Record<string, unknown> }> => {
      const seen: number[] = [];
      const { status, body: answer } = await bring(body, '?reason=do-not-contact&note=list');
      expect([status, answer]).toEqual([202, { import: expect.any(String), status: 'running' }]);
      const done = await eventually('stored', async () => { const one = await look(answer.import); seen.push(one.rows); return one.status === 'done' && one; });
      return { seen, done };
    };
    const csv = `customer,email,reason\n${Array.from({ length: 6000 }, (_, n) => `${id}-${n},,`).join('\n')}\n,nobody,\n${id}-0,,\n${id}-x,,shy\n`;
    const { seen, done } = await brought(csv);
    expect(done).toMatchObject({ lines: 6004, rows: 6003, accepted: 6000, duplicates: 1, refused: 2, errors: [{ line: 6002, field: 'email' }, { line: 6004, field: 'reason' }] });
    expect(seen.some((rows) => rows > 0 && rows < 6003)).toBe(true);
    expect(await list(`customer=${id}-5999`)).toMatchObject([{ reason: 'do-not-contact', note: 'list', addedBy: { id: 'k-all', name: 'All' } }]);
    expect((await brought(csv)).done).toMatchObject({ accepted: 0, duplicates: 6001, refused: 2 });
    expect((await bring(csv, '', northern)).status).toBe(403);
    expect((await bring(csv, '?reason=shy')).body).toMatchObject({ errors: [{ field: 'reason' }] });
    expect((await dispatch.app.call('GET', `/v1/imports/${done['id'] as string}`, { as: everybody })).status).toBe(404);
  });

  it('may be long', async () => {
    const id = newId('many');
    const rows = Array.from({ length: 20_000 }, (_, n) => `${id}-${n}`);
    expect((await file('text/csv', `customer\n${rows.join('\n')}\n`, '?reason=do-not-contact&note=list')).body).toMatchObject({ rows: 20_000, accepted: 20_000, refusedRows: 0 });
    const first = (await dispatch.app.call('GET', '/v1/exclusions?reason=do-not-contact&limit=1000', { as: everybody })).body;
    expect(first.data).toHaveLength(1000);
    expect((await dispatch.app.call('GET', `/v1/exclusions?reason=do-not-contact&limit=10&cursor=${first.next}`, { as: everybody })).body.data).toHaveLength(10);
  });

  it.each([
    ['text/csv', 'customer,colour\nC-1,red\n', 400, 'colour'], ['text/csv', 'customer,customer\nC-1,C-1\n', 400, 'customer'], ['text/csv', 'customer\n"C-1\n', 400, 'body'], ['text/plain', 'x', 415, undefined],
  ])('of type %s saying %j is refused whole', async (type, body, status, field) => {
    const answer = await file(type, body, '?reason=minor&note=x');
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
  });
});
