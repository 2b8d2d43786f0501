import type { Principal } from '@candor/identity';
import { admin, startCatalog, type CatalogUnderTest } from '../../test/catalog-under-test.ts';

const regional: Principal = { subject: 'north-head', kind: 'person', name: 'Head of North', scopes: ['catalog:read', 'catalog:write'], units: ['north'], roles: ['manager'] };

describe('business units', () => {
  let catalog: CatalogUnderTest;
  const put = (key: string, body: object, as = admin) => catalog.call('PUT', `/v1/units/${key}`, { as, body });
  const versionsOf = async (key: string) => (await catalog.published()).filter((event) => event.key === `unit/${key}`).map(({ data }) => data as { version: number; timeZone: string; closedAt: string | null });

  beforeAll(async () => {
    catalog = await startCatalog();
    await put('bank', { name: 'Bank', parent: null, timeZone: 'Asia/Jerusalem' });
    for (const key of ['north', 'south', 'coast']) await put(key, { name: key, parent: 'bank' });
    for (const [key, parent] of [['haifa', 'north'], ['acre', 'north'], ['eilat', 'south']] as const) await put(key, { name: key, parent });
  });
  afterAll(() => catalog?.dispose());

  it('are in Kafka by the time their PUT is answered, and read back at once', async () => {
    const answer = await put('karmiel', { name: 'Karmiel', parent: 'north' });
    expect(answer.status).toBe(201);
    expect(await versionsOf('karmiel')).toEqual([expect.objectContaining({ key: 'karmiel', name: 'Karmiel', timeZone: 'Asia/Jerusalem', version: 1, placements: [{ parent: 'north', from: null }] })]);
    const read = await catalog.call('GET', '/v1/units/karmiel', { as: admin });
    expect(read.body).toEqual(answer.body);
    expect(read.body).toMatchObject({ parent: 'north', path: ['bank', 'north', 'karmiel'], closedAt: null });
  });

  it('put twice in the same words change once: no second version, no second event', async () => {
    const body = { name: 'Tiberias', parent: 'north', timeZone: 'Europe/Paris', validFrom: '2026-01-01T00:00:00Z' };
    const [first, second] = [await put('tiberias', body), await put('tiberias', body)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(await versionsOf('tiberias')).toHaveLength(1);
  });

  it('put ten times at once are created once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => put('safed', { name: 'Safed', parent: 'north' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await versionsOf('safed')).toHaveLength(1);
  });

  it('move from now on and keep where they were', async () => {
    await put('nahariya', { name: 'Nahariya', parent: 'north' });
    const before = Date.now();
    const moved = await put('nahariya', { name: 'Nahariya', parent: 'coast' });
    expect(moved.body).toMatchObject({ parent: 'coast', path: ['bank', 'coast', 'nahariya'], version: 2 });
    const [was, is] = moved.body.placements;
    expect(was).toEqual({ parent: 'north', from: null });
    expect(is.parent).toBe('coast');
    expect(Date.parse(is.from)).toBeGreaterThanOrEqual(before);
  });

  it('can be told of a move afterwards, by validFrom', async () => {
    await put('kiryat', { name: 'Kiryat', parent: 'north' });
    const moved = await put('kiryat', { name: 'Kiryat', parent: 'coast', validFrom: '2026-03-01T00:00:00+02:00' });
    expect(moved.body.placements).toEqual([{ parent: 'north', from: null }, { parent: 'coast', from: '2026-02-28T22:00:00.000Z' }]);
  });

  it('hand a change of time zone down to those without one of their own', async () => {
    await put('islands', { name: 'Islands', parent: 'bank' });
    await put('crete', { name: 'Crete', parent: 'islands' });
    await put('malta', { name: 'Malta', parent: 'islands', timeZone: 'Europe/Malta' });
    await put('islands', { name: 'Islands', parent: 'bank', timeZone: 'Europe/Athens' });
    expect((await versionsOf('crete')).map(({ timeZone }) => timeZone)).toEqual(['Asia/Jerusalem', 'Europe/Athens']);
    expect((await versionsOf('malta')).map(({ timeZone }) => timeZone)).toEqual(['Europe/Malta']);
  });

  it.each<[string, string, object, string, string]>([
    ['an unknown parent', 'x', { name: 'X', parent: 'nowhere' }, 'parent', 'UNIT.PARENT_UNKNOWN'],
    ['itself as parent', 'x', { name: 'X', parent: 'x' }, 'parent', 'UNIT.CYCLE'],
    ['a parent from below', 'north', { name: 'North', parent: 'haifa' }, 'parent', 'UNIT.CYCLE'],
    ['no parent', 'x', { name: 'X' }, 'parent', 'INPUT.INVALID'],
    ['no name', 'x', { parent: null }, 'name', 'INPUT.INVALID'],
    ['a name of blanks', 'x', { name: '  ', parent: null }, 'name', 'INPUT.INVALID'],
    ['an unknown time zone', 'x', { name: 'X', parent: null, timeZone: 'Mars/Olympus' }, 'timeZone', 'INPUT.INVALID'],
    ['a date for an instant', 'x', { name: 'X', parent: null, validFrom: '2026-01-01' }, 'validFrom', 'INPUT.INVALID'],
    ['an unknown field', 'x', { name: 'X', parent: null, colour: 'red' }, 'colour', 'INPUT.INVALID'],
    ['a key in capitals', 'Haifa', { name: 'X', parent: null }, 'key', 'INPUT.INVALID'],
  ])('are refused with %s, and the field is named', async (_what, key, body, field, code) => {
    const answer = await put(key, body);
    expect([answer.status, answer.body.code, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([400, code, [field]]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('are not closed while open units hang below them, and those are named', async () => {
    const answer = await catalog.call('DELETE', '/v1/units/south', { as: admin });
    expect([answer.status, answer.body]).toEqual([409, expect.objectContaining({ code: 'UNIT.HAS_CHILDREN', children: ['eilat'] })]);
  });

  it('are closed, keep their history, take no children, and open again when they are put again', async () => {
    await put('kiosk', { name: 'Kiosk', parent: 'coast' });
    for (const _ of [1, 2]) expect((await catalog.call('DELETE', '/v1/units/kiosk', { as: admin })).status).toBe(204);
    expect((await versionsOf('kiosk')).map(({ version, closedAt }) => [version, closedAt !== null])).toEqual([[1, false], [2, true]]);
    expect((await catalog.call('GET', '/v1/units/kiosk', { as: admin })).body.closedAt).toEqual(expect.any(String));
    expect((await put('x', { name: 'X', parent: 'kiosk' })).body.code).toBe('UNIT.PARENT_CLOSED');
    expect((await put('kiosk', { name: 'Kiosk', parent: 'coast' })).body).toMatchObject({ closedAt: null, version: 3 });
  });

  it('merged into another hang below it from then on, and have been where they were until then', async () => {
    await put('carmel', { name: 'Carmel', parent: 'north' });
    const merge = (query: string) => catalog.call('DELETE', `/v1/units/carmel${query}`, { as: admin });
    for (const _ of [1, 2]) expect((await merge('?into=acre&validFrom=2026-10-01T00:00:00Z')).status).toBe(204);
    for (const query of ['?into=acre', '']) expect((await merge(query)).status).toBe(204);
    const merged = (await catalog.call('GET', '/v1/units/carmel', { as: admin })).body;
    expect(merged).toMatchObject({ mergedInto: 'acre', closedAt: expect.any(String), version: 2, path: ['bank', 'north', 'acre', 'carmel'], placements: [{ parent: 'north', from: null }, { parent: 'acre', from: '2026-10-01T00:00:00.000Z' }] });
    expect((await put('carmel', { name: 'Carmel', parent: 'north' })).body).toMatchObject({ mergedInto: null, closedAt: null, parent: 'north' });
  });

  it.each([['itself', '?into=haifa', 'into'], ['nobody known', '?into=nowhere', 'into'], ['what is closed', '?into=shut', 'into'], ['a day without a successor', '?validFrom=2026-10-01T00:00:00Z', 'validFrom']])(
    'are not merged into %s', async (_what, query, field) => {
      await put('shut', { name: 'Shut', parent: 'coast' });
      await catalog.call('DELETE', '/v1/units/shut', { as: admin });
      const answer = await catalog.call('DELETE', `/v1/units/haifa${query}`, { as: admin });
      expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, field]);
    });

  it('that are not there are 404', async () => {
    for (const method of ['GET', 'DELETE']) expect((await catalog.call(method, '/v1/units/nowhere', { as: admin })).body).toMatchObject({ status: 404, code: 'UNIT.UNKNOWN' });
  });

  it('are listed by key in pages that leave nothing out, and by parent', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null && page < 20; page++) {
      const { body } = await catalog.call('GET', `/v1/units?limit=3${next && `&cursor=${next}`}`, { as: admin });
      seen.push(...body.data.map(({ key }: { key: string }) => key));
      next = body.next;
    }
    const { body: whole } = await catalog.call('GET', '/v1/units', { as: admin });
    expect(seen).toEqual(whole.data.map(({ key }: { key: string }) => key));
    expect(seen).toEqual([...seen].sort());
    const { body: below } = await catalog.call('GET', '/v1/units?parent=south', { as: admin });
    expect(below.data.map(({ key }: { key: string }) => key)).toEqual(['eilat']);
  });

  it('refuse unknown query parameters and foreign cursors', async () => {
    for (const [query, field] of [['uint=a', 'uint'], ['limit=0', 'limit'], ['cursor=x', 'cursor']]) {
      expect((await catalog.call('GET', `/v1/units?${query}`, { as: admin })).body).toMatchObject({ status: 400, errors: [{ field }] });
    }
  });

  it('answer 304 to whoever has the present state, until it changes', async () => {
    await put('lod', { name: 'Lod', parent: 'south' });
    const etag = (await catalog.call('GET', '/v1/units/lod', { as: admin })).headers.get('etag')!;
    const again = () => catalog.call('GET', '/v1/units/lod', { as: admin, headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await put('south', { name: 'South', parent: 'coast' });
    expect((await again()).body.path).toEqual(['bank', 'coast', 'south', 'lod']);
    await put('south', { name: 'South', parent: 'bank' });
  });

  describe('of somebody limited to a region', () => {
    it('are those of the region and nothing else', async () => {
      const { body } = await catalog.call('GET', '/v1/units', { as: regional });
      const keys = body.data.map(({ key }: { key: string }) => key);
      expect(keys).toEqual(expect.arrayContaining(['north', 'haifa', 'acre']));
      for (const hidden of ['bank', 'south', 'eilat']) expect(keys).not.toContain(hidden);
      expect((await catalog.call('GET', '/v1/units/eilat', { as: regional })).status).toBe(404);
    });

    it('are listed below units that are theirs and there, and below no other', async () => {
      const listed = async (parent: string, as: Principal) => {
        const { status, body } = await catalog.call('GET', `/v1/units?parent=${parent}`, { as });
        return [status, body.errors?.[0].field ?? body.data.length > 0];
      };
      expect(await listed('north', regional)).toEqual([200, true]);
      for (const parent of ['bank', 'nowhere']) expect(await listed(parent, regional)).toEqual([403, 'parent']);
      expect(await listed('nowhere', admin)).toEqual([400, 'parent']);
    });

    it('can be added and changed there', async () => {
      expect((await put('haifa-2', { name: 'Haifa 2', parent: 'haifa' }, regional)).status).toBe(201);
    });

    it.each([
      ['hang a unit elsewhere', 'PUT', 'new', { name: 'New', parent: 'south' }, 'parent'],
      ['hang a unit at the top', 'PUT', 'new', { name: 'New', parent: null }, 'parent'],
      ['take a unit from elsewhere', 'PUT', 'eilat', { name: 'Eilat', parent: 'north' }, 'key'],
      ['give a unit away', 'PUT', 'acre', { name: 'Acre', parent: 'south' }, 'parent'],
      ['close a unit elsewhere', 'DELETE', 'eilat', undefined, 'key'],
    ])('cannot %s', async (_what, method, key, body, field) => {
      const answer = await catalog.call(method, `/v1/units/${key}`, { as: regional, body });
      expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([403, 'UNIT.NOT_YOURS', field]);
    });

    it('cannot change what belongs to the whole enterprise', async () => {
      for (const path of ['/v1/touchpoints/visit', '/v1/programmes/yearly']) {
        const body = path.includes('touch') ? { name: 'Visit' } : { name: 'Yearly', kind: 'relationship' };
        expect((await catalog.call('PUT', path, { as: regional, body })).status).toBe(403);
      }
    });
  });

  it('are answered 503 while Kafka is away, kept, and published once it is back, for which the same call waits', async () => {
    await catalog.restart({ brokers: ['127.0.0.1:9'] });
    const body = { name: 'Lonely', parent: 'bank' };
    const [first, again] = await Promise.all([put('lonely', body), put('lonely', body)]);
    for (const { body: problem } of [first, again]) expect(problem).toMatchObject({ status: 503, code: 'EVENT.UNACKNOWLEDGED' });
    expect((await catalog.call('GET', '/v1/units/lonely', { as: admin })).body).toMatchObject({ name: 'Lonely', version: 1 });
    expect((await catalog.call('GET', '/health/ready')).status).toBe(503);
    await catalog.restart();
    expect((await put('lonely', body)).status).toBe(200);
    expect(await versionsOf('lonely')).toHaveLength(1);
  });

  it('survive a restart, with their versions', async () => {
    const before = await catalog.call('GET', '/v1/units', { as: admin });
    await catalog.restart();
    expect((await catalog.call('GET', '/v1/units', { as: admin })).body).toEqual(before.body);
    expect((await put('haifa', { name: 'haifa', parent: 'north' })).body.version).toBe(1);
  });
});
