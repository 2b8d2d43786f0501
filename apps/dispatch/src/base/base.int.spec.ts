import { personKnown, programmeSet, touchpointSet } from '@candor/contracts';
import { Outbox } from '@candor/messaging';
import { CatalogCopy } from '@candor/catalog-copy';
import { request } from 'node:http';
import { eventually } from '@candor/testing';
import { DataSource } from 'typeorm';
import { aMoment, everybody, newId, northern, startDispatch, visit, type Dispatch } from '../../test/start-dispatch.ts';
import { Loops } from '../timer/loops.ts';
import { StoreRows } from '../file/store-rows.ts';

let dispatch: Dispatch;
beforeAll(async () => {
  dispatch = await startDispatch();
});
afterAll(() => dispatch?.close());

const put = (id: string, body: unknown, as = everybody) => dispatch.app.call('PUT', `/v1/customers/${encodeURIComponent(id)}`, { as, body });
const member = async (id: string) => (await dispatch.sql('SELECT b.*, p.facts FROM base_member b JOIN person p ON p.id = b.person WHERE p.customer_id = $1', [id]))[0];
const heard = (id: string) => dispatch.neighbours.heardOf(personKnown).filter((one) => one.customer.id === id);
const send = (body: string, { type = 'text/csv', query = '', as = everybody } = {}) => dispatch.app.call('POST', `/v1/customers/import${query}`, { as, headers: { 'content-type': type }, body });
const progress = async (id: string, as = everybody) => (await dispatch.app.call('GET', `/v1/imports/${id}`, { as })).body;
const ended = (id: string) => eventually(`the end of ${id}`, async () => {
  const found = await progress(id);
  return ['done', 'failed'].includes(found.status) && found;
}, { timeoutMs: 60_000 });
const imported = async (body: string, options = {}) => ended((await send(body, options)).body.import);

describe('one customer', () => {
  it('becomes one of the base, is told once, and the same again changes nothing', async () => {
    const id = newId('C');
    const said = { name: 'Noa Levi', email: `${id}@example.com`, unit: 'haifa-1', segment: 'current', value: { amount: 42.5, currency: 'ILS' }, account: { id: 'A-1', role: 'owner' } };
    expect(await put(id, said)).toMatchObject({ status: 201, body: { id, unit: 'haifa-1', stored: 'created' } });
    expect(await put(id, said)).toMatchObject({ status: 200, body: { stored: 'unchanged' } });
    expect(await put(id, { ...said, unit: 'ashdod', until: '2026-01-01' })).toMatchObject({ status: 200, body: { stored: 'changed' } });
    expect(await member(id)).toMatchObject({ unit: 'ashdod', value: 42.5, currency: 'ILS', left_at: new Date('2026-01-01') });
    await put(id, { unit: 'ashdod' });
    expect(await member(id)).toMatchObject({ value: null, left_at: null, facts: { name: { value: 'Noa Levi' }, account: { value: { id: 'A-1', role: 'owner' } } } });
    await eventually('told', () => heard(id).length > 0);
    expect(heard(id)).toHaveLength(1);
  });

  it.each([
    [{ unit: 'nowhere' }, 'unit'], [{}, 'unit'], [{ unit: 'north', email: 'nobody' }, 'email'], [{ unit: 'north', phone: '050-1234567' }, 'phone'], [{ unit: 'north', value: { amount: -1 } }, 'value.amount'],
    [{ unit: 'north', until: 'soon' }, 'until'], [{ unit: 'north', until: '0000-01-01' }, 'until'], [{ unit: 'north', consent: { fax: true } }, 'consent.fax'], [{ unit: 'north', colour: 'red' }, 'colour'], [{ unit: 'north', id: 'x' }, 'id'], [[], 'body'], [{ unit: 'north', name: 'a\u0000b' }, 'name'],
  ])('%j is refused, naming %s', async (body, field) => expect(await put(newId('C'), body)).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

  it('is named in its own units only by a key that is limited to them, and never taken from others', async () => {
    const id = newId('C');
    expect((await put(id, { unit: 'ashdod' }, northern)).status).toBe(403);
    await put(id, { unit: 'ashdod' });
    expect(await put(id, { unit: 'haifa-1', name: 'Mine' }, northern)).toMatchObject({ status: 403, body: { code: 'UNIT.NOT_YOURS', errors: [{ field: 'id' }] } });
    expect((await put(newId('C'), { unit: 'haifa-1' }, northern)).status).toBe(201);
    expect((await put(id, { unit: 'ashdod' }, { ...everybody, scopes: ['decisions:read'] })).status).toBe(403);
  });

  it('leaves no trace in the base when they are erased', async () => {
    const id = newId('C');
    await put(id, { unit: 'haifa-1', name: 'Gone' });
    expect((await dispatch.app.call('DELETE', `/v1/customers/${id}`, { as: everybody })).status).toBe(204);
    expect(await dispatch.sql("SELECT 1 FROM base_member b JOIN person p ON p.id = b.person WHERE p.customer_id IS NULL")).toEqual([]);
  });
});

test.each(['stays', 'leaves meanwhile'])('who is in the base is asked by a programme that walks it, by itself, unless they have left before the message goes out: %s', async (what) => {
  const id = newId('W');
  await put(id, { unit: 'haifa-1', email: `${id}@example.com`, segment: id });
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString().slice(0, 10);
  const walk = { touchpoint: id.toLowerCase(), from: yesterday, period: 'P7D', share: 1, days: [1, 2, 3, 4, 5, 6, 7], hours: { from: '00:00', to: '23:59' } };
  await dispatch.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: walk.touchpoint, name: 'Base', programme: walk.touchpoint, delay: 'PT0S' });
  await dispatch.neighbours.publish(programmeSet, { ...programmeSet.sample, key: walk.touchpoint, name: 'Base', kind: 'relationship', segments: [{ segment: id, survey: 1 }], walk });
  dispatch.mail.behaviours.set(`${id}@example.com`, 'greylists');
  const due = () => dispatch.sql('UPDATE decision SET due_at = now(), occurred_at = now() WHERE customer_id = $1 AND invitation IS NULL RETURNING 1', [id]);
  // Where in the day it falls is for the walk to say; here the moment comes at once.
  await eventually('planned', async () => (await due()).length > 0);
  dispatch.app.app.get(Loops).wake('decide');
  const again = async () => {
    await dispatch.sql('UPDATE invitation SET next_attempt_at = now() WHERE address = $1', [`${id}@example.com`]);
    dispatch.app.app.get(Loops).wake('send');
  };
  const found = async () => (await dispatch.app.call('GET', `/v1/decisions?customer=${id}`, { as: everybody })).body.data[0];
  await eventually('put off', async () => (await found()).reasonCode === 'DEFERRED');
  if (what === 'leaves meanwhile') {
    await put(id, { unit: 'haifa-1', segment: id, until: '2026-01-01' });
    await again();
    expect(await eventually('the end', async () => (await found()).outcome !== 'pending' && found())).toMatchObject({ outcome: 'outside-policy', reasonCode: 'LEFT', invitation: { status: 'cancelled' } });
    return;
  }
  dispatch.mail.behaviours.delete(`${id}@example.com`);
  await again();
  await eventually('the mail', () => dispatch.mail.to(`${id}@example.com`).length === 1);
  expect(await eventually('the end', async () => (await found()).outcome !== 'pending' && found())).toMatchObject({ source: `/candor/relationship/${walk.touchpoint}`, outcome: 'invited', programme: walk.touchpoint });
});

describe('a file of customers', () => {
  it('is kept, stored row by row, told with its errors, and the same again changes nothing', async () => {
    const id = newId('F');
    const csv = [
      'id,name,email,phone,language,timeZone,segment,since,unit,value,currency,consent_email,consent_voice,account_id,account_name,account_role',
      `${id}-1,"Levi, Noa",${id}-1@example.com,+972 50-123-4567,he,Asia/Jerusalem,current,2019-03-01,haifa-1,120.5,ILS,yes,no,A-7,Levi & Sons,owner`,
      `${id}-2,Dan,,,,,,,nowhere,,,,,,,`,
      `${id}-3,Dan,not-an-address,050-123,,,,,ashdod,much,,perhaps,,,,`,
      `${id}-4,Ruth,,,,,,,ashdod,,,,,,,`,
      'too,few,cells', '',
    ].join('\r\n');
    const answer = await send(csv);
    expect(answer).toMatchObject({ status: 202, body: { import: expect.any(String), status: 'running' } });
    const first = await ended(answer.body.import);
    expect(first).toMatchObject({ status: 'done', lines: 6, rows: 5, created: 2, changed: 0, unchanged: 0, refused: 3, bytes: Buffer.byteLength(csv) });
    expect(first.errors.map(({ line, field }: { line: number; field: string }) => `${line} ${field}`).sort()).toEqual(['3 unit', '4 consent_email', '4 email', '4 phone', '4 value', '6 body']);
    expect(JSON.stringify(first.errors)).not.toMatch(/not-an-address|much|perhaps/);
    expect(await member(`${id}-1`)).toMatchObject({ unit: 'haifa-1', value: 120.5, facts: { name: { value: 'Levi, Noa' }, 'consent.email': { value: true }, 'consent.voice': { value: false }, account: { value: { id: 'A-7', name: 'Levi & Sons', role: 'owner' } } } });
    const before = await dispatch.sql('SELECT * FROM base_member ORDER BY person');
    expect(await imported(csv, { query: `?asOf=${first.asOf}` })).toMatchObject({ rows: 5, created: 0, changed: 0, unchanged: 2, refused: 3 });
    expect(await dispatch.sql('SELECT * FROM base_member ORDER BY person')).toEqual(before);
    expect(heard(`${id}-1`)).toHaveLength(1);
    expect(await dispatch.sql('SELECT 1 FROM base_import_chunk')).toEqual([]);
  });

  it('may be NDJSON, and what cannot be read is told by its line', async () => {
    const id = newId('N');
    const lines = [{ id: `${id}-1`, unit: 'north', account: { id: 'A-8' } }, { unit: 'north' }, { id: `${id}-2`, unit: 'north', consent: { email: 'yes' } }];
    const done = await imported(`${lines.map((one) => JSON.stringify(one)).join('\n')}\n{"id":\n`, { type: 'application/x-ndjson' });
    expect(done).toMatchObject({ rows: 4, created: 1, refused: 3, lines: 4, errors: [{ line: 2, field: 'id' }, { line: 3, field: 'consent.email' }, { line: 4, field: 'body', message: 'is not valid JSON' }] });
  });

  it.each([['id,unit,shoe-size\n1,north,42\n', 'shoe-size'], ['id,unit,unit\n1,north,north\n', 'unit'], ['id,unit\n"1,north\n', 'body']])('that cannot be read as a whole fails, naming why: %j', async (csv, field) =>
    expect(await imported(csv)).toMatchObject({ status: 'failed', created: 0, errors: [{ field }] }));

  it.each([['?asOf=soon', 'asOf'], ['?asOf=2099-01-01T00:00:00Z', 'asOf'], ['?complete=maybe', 'complete'], ['?colour=red', 'colour']])('with %s is refused, naming %s', async (query, field) =>
    expect(await send('id,unit\n', { query })).toMatchObject({ status: 400, body: { errors: [{ field }] } }));

  it('of another type is refused', async () => expect((await dispatch.app.call('POST', '/v1/customers/import', { as: everybody, body: {} })).status).toBe(415));

  it('that was written before what is known changes nothing of it, and brings nobody back who asked to be forgotten', async () => {
    const id = newId('O');
    const old = new Date(Date.now() - 60_000).toISOString();
    await put(`${id}-1`, { unit: 'north', name: 'New' });
    await put(`${id}-2`, { unit: 'north', name: 'Gone' });
    await dispatch.app.call('DELETE', `/v1/customers/${id}-2`, { as: everybody });
    const done = await imported(`id,unit,name\n${id}-1,ashdod,Old\n${id}-2,ashdod,Gone\n`, { query: `?asOf=${old}` });
    expect(done).toMatchObject({ unchanged: 1, refused: 1, errors: [{ line: 3, field: 'id' }] });
    expect(await member(`${id}-1`)).toMatchObject({ unit: 'north', facts: { name: { value: 'New' } } });
    expect(await member(`${id}-2`)).toBeUndefined();
  });

  it('of a key that is limited to units writes to those only, and is seen by it and by who sees all', async () => {
    const id = newId('U');
    const done = await send(`id,unit\n${id}-1,haifa-1\n${id}-2,ashdod\n`, { as: northern });
    expect(await ended(done.body.import)).toMatchObject({ created: 1, refused: 1, errors: [{ line: 3, field: 'unit', message: 'the unit "ashdod" is not among those of this key' }] });
    expect((await progress(done.body.import, northern)).status).toBe('done');
    expect((await progress(done.body.import, { ...northern, subject: 'k-other' })).status).toBe(404);
  });

  it('that names every customer ends the time of the others, in the units of its sender, unless a row was refused', async () => {
    const id = newId('E');
    for (const [name, unit] of [['a', 'haifa-1'], ['b', 'haifa-1'], ['c', 'ashdod']] as const) await put(`${id}-${name}`, { unit });
    const still = async () => (await dispatch.sql<{ customer: string }>('SELECT p.customer_id AS customer FROM base_member b JOIN person p ON p.id = b.person WHERE p.customer_id LIKE $1 AND b.left_at IS NULL ORDER BY 1', [`${id}-%`])).map(({ customer }) => customer);
    const file = `id,unit\n${id}-a,haifa-1\n`;
    const refused = await send(`${file}${id}-x,nowhere\n`, { query: '?complete=true', as: northern });
    expect(await ended(refused.body.import)).toMatchObject({ refused: 1, left: 0, errors: [{ line: 3 }, { field: 'complete', message: 'nobody was taken to have left: 1 row was refused' }] });
    expect(await still()).toHaveLength(3);
    const answer = await send(file, { query: '?complete=true', as: northern });
    const done = await ended(answer.body.import);
    expect(done.left).toBeGreaterThan(0);
    expect(await still()).toEqual([`${id}-a`, `${id}-c`]);
    expect(await imported(`id,unit\n${id}-b,haifa-1\n`)).toMatchObject({ changed: 1, left: 0 });
    expect(await still()).toEqual([`${id}-a`, `${id}-b`, `${id}-c`]);
    expect(await imported('id,unit\n', { query: '?complete=true' })).toMatchObject({ left: 0, errors: [{ field: 'complete' }] });
  });

  it('whose sender breaks off is dropped', async () => {
    const id = newId('B');
    await new Promise<void>((resolve) => {
      const { port } = new URL(dispatch.app.baseUrl);
      void dispatch.scratch.tokens.sign(everybody).then((token) => {
        const call = request({ port, method: 'POST', path: '/v1/customers/import', headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}`, 'content-length': 1_000_000 } });
        call.on('error', () => resolve());
        call.write(`id,unit\n${id},north\n`);
        setTimeout(() => call.destroy(), 200);
      });
    });
    await eventually('failed', async () => (await dispatch.sql("SELECT 1 FROM base_import WHERE status = 'failed' AND id IN (SELECT import FROM base_import_error WHERE message LIKE 'broke off%')")).length > 0);
    await aMoment(200);
    expect(await member(id)).toBeUndefined();
  });

  it('is gone on with by another instance where the first one died, each row stored once', async () => {
    const id = newId('D');
    const rows = Array.from({ length: 1700 }, (_, n) => `${id}-${n},north`);
    const { app } = dispatch.app;
    let portions = 0;
    const dying = new StoreRows(app.get(DataSource), new Proxy(app.get(Outbox), {
      get: (outbox, name: 'transaction') => (...given: Parameters<Outbox['transaction']>) => {
        if (name === 'transaction' && ++portions === 3) throw new Error('died');
        return outbox[name](...given);
      },
    }), app.get(CatalogCopy), () => false);
    // Kept without waking anybody, so that the dying one comes first.
    const importId = '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e50';
    await dispatch.sql("INSERT INTO base_import (id, subject, media_type, as_of, received_at, status, lease_until) VALUES ($1, 'k-all', 'text/csv', now(), now(), 'running', now() + interval '1 hour')", [importId]);
    await dispatch.sql('INSERT INTO base_import_chunk VALUES ($1, 0, $2)', [importId, Buffer.from(`id,unit\n${rows.join('\n')}`)]);
    await dispatch.sql('UPDATE base_import SET lease_until = NULL WHERE id = $1', [importId]);
    await expect(dying.turn()).rejects.toThrow('died');
    expect(await dispatch.sql('SELECT row_count FROM base_import WHERE id = $1', [importId])).toEqual([{ row_count: 1000 }]);
    const done = await ended(importId);
    expect(done).toMatchObject({ rows: 1700, created: 1700, unchanged: 0 });
    expect(await dispatch.sql("SELECT count(*)::int AS n FROM base_member b JOIN person p ON p.id = b.person WHERE p.customer_id LIKE $1", [`${id}-%`])).toEqual([{ n: 1700 }]);
  });

  it('with a row that the database refuses is stored but for that row', async () => {
    const id = newId('P');
    await dispatch.sql('ALTER TABLE base_member ADD CONSTRAINT picky CHECK (value <> 666)');
    try {
      const done = await imported(`id,unit,value\n${Array.from({ length: 9 }, (_, n) => `${id}-${n},north,${n === 5 ? 666 : n}`).join('\n')}`);
      expect(done).toMatchObject({ status: 'done', rows: 9, created: 8, refused: 1, errors: [{ line: 7, field: 'body', message: 'cannot be stored' }] });
    } finally {
      await dispatch.sql('ALTER TABLE base_member DROP CONSTRAINT picky');
    }
  });

  it('of thousands of rows is stored while interactions are taken', async () => {
    const id = newId('L');
    const csv = `id,unit,email,segment\n${Array.from({ length: 5000 }, (_, n) => `${id}-${n},north,${id}-${n}@example.com,current`).join('\n')}`;
    const answer = await send(csv);
    const event = newId('meanwhile');
    expect((await dispatch.post(visit(event))).status).toBe(202);
    expect(await ended(answer.body.import)).toMatchObject({ created: 5000, refused: 0 });
  });
});
