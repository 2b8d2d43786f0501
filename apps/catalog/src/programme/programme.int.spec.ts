import { admin, startCatalog, type CatalogUnderTest } from '../../test/catalog-under-test.ts';

describe('programmes and touchpoints', () => {
  let catalog: CatalogUnderTest;
  const put = (path: string, body: unknown) => catalog.call('PUT', `/v1/${path}`, { as: admin, body });
  const published = async (key: string) => (await catalog.published()).filter((event) => event.key === key).map(({ data }) => data);

  beforeAll(async () => {
    catalog = await startCatalog();
  });
  afterAll(() => catalog?.dispose());

  it('begin with the programme "transactional": everyone, by e-mail, at once, at any hour, once in 30 days', async () => {
    const { status, body } = await catalog.call('GET', '/v1/programmes/transactional', { as: admin });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      key: 'transactional', kind: 'transactional', audience: 'customers', anonymous: false, channels: ['email'], sample: 1, frequency: { days: 30 }, quietHours: null, version: 1,
    });
    // Published without anybody asking: the services need it before the first touchpoint.
    await put('touchpoints/first', { name: 'First' });
    expect(await published('programme/transactional')).toEqual([body]);
  });

  it('have "transactional" once, however often the service starts', async () => {
    await catalog.restart();
    await put('programmes/other', { name: 'Other', kind: 'relationship' });
    expect(await published('programme/transactional')).toHaveLength(1);
  });

  it('fill in what a programme does not say', async () => {
    const { status, body } = await put('programmes/yearly', { name: 'Yearly', kind: 'relationship', quietHours: { from: '21:00', to: '08:00' }, frequency: null });
    expect(status).toBe(201);
    expect(body).toEqual({
      key: 'yearly', name: 'Yearly', kind: 'relationship', audience: 'customers', anonymous: false, channels: ['email'], sample: 1, frequency: null,
      quietHours: { from: '21:00', to: '08:00' }, priority: 0, expiry: 'P30D', amendWindow: 'P7D', leastN: 10, caseDue: 'P1D', survey: 1, cuts: [],
      segments: null, languages: null, reminders: [], quota: null, demandsConsent: [], calendar: null, callHours: null, walk: null, accounts: null, version: 1, changedAt: expect.any(String),
    });
    expect(await published('programme/yearly')).toEqual([body]);
  });

  it('declare by what figures are kept, once each, and never in an anonymous programme', async () => {
    const body = { name: 'Cut', kind: 'relationship', cuts: ['channel', 'account'] };
    expect((await put('programmes/cut', body)).status).toBe(201);
    expect(await published('programme/cut')).toEqual([expect.objectContaining({ cuts: ['channel', 'account'], version: 1 })]);
    for (const wrong of [{ cuts: ['channel', 'channel'] }, { cuts: ['channel'], anonymous: true }]) {
      const refused = await put('programmes/cut-wrong', { ...body, ...wrong });
      expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'cuts']);
    }
  });

  it('stay anonymous or named, as they were made', async () => {
    const body = { name: 'Voices', kind: 'benchmark', audience: 'employees' };
    expect((await put('programmes/voices', { ...body, anonymous: true })).status).toBe(201);
    expect((await put('programmes/voices', { ...body, anonymous: true, name: 'All voices' })).status).toBe(200);
    for (const [key, anonymous] of [['voices', false], ['transactional', true]]) {
      const { status, body: problem } = await put(`programmes/${key}`, { ...body, anonymous });
      expect([status, problem.code, problem.errors[0].field]).toEqual([409, 'PROGRAMME.ANONYMITY_STANDS', 'anonymous']);
    }
    expect((await put('programmes/voices', body)).status).toBe(409);
  });

  it('stay of one kind and audience once they are used', async () => {
    const body = { name: 'Mood', kind: 'relationship', audience: 'employees' };
    await put('programmes/mood', { ...body, kind: 'benchmark' });
    expect((await put('programmes/mood', body)).body).toMatchObject({ kind: 'relationship', audience: 'employees', version: 2 });
    await put('touchpoints/mood-visit', { name: 'Visit', programme: 'mood' });
    expect((await put('programmes/mood', { ...body, name: 'All moods' })).status).toBe(200);
    for (const [key, change, code, field] of [
      ['mood', { ...body, kind: 'benchmark' }, 'PROGRAMME.KIND_STANDS', 'kind'],
      // Create or replace: who does not say whom it asks says customers.
      ['mood', { name: 'Mood', kind: 'relationship' }, 'PROGRAMME.AUDIENCE_STANDS', 'audience'],
      ['transactional', { name: 'Transactional', kind: 'benchmark' }, 'PROGRAMME.KIND_STANDS', 'kind'],
    ] as const) {
      const { status, body: problem } = await put(`programmes/${key}`, change);
      expect([status, problem.code, problem.errors?.[0].field]).toEqual([409, code, field]);
    }
    expect((await put('programmes/transactional', { name: 'Transactional', kind: 'transactional' })).status).toBe(200);
    expect((await catalog.call('GET', '/v1/programmes/mood', { as: admin })).body).toMatchObject({ kind: 'relationship', audience: 'employees', name: 'All moods' });
  });

  it('count a new policy version for a change, and none for the same call', async () => {
    const body = { name: 'Pulse', kind: 'transactional', channels: ['sms', 'email'], sample: 0.25, expiry: 'P14D', leastN: 5 };
    const versions = [];
    for (const change of [{}, {}, { sample: 0.5 }, { sample: 0.5 }]) versions.push((await put('programmes/pulse', { ...body, ...change })).body.version);
    expect(versions).toEqual([1, 1, 2, 2]);
    expect(await published('programme/pulse')).toHaveLength(2);
  });

  it('say whom to ask: segments with their surveys, languages, reminders, a quota, consent and a calendar, each change a version', async () => {
    const rules = {
      segments: [{ segment: 'current', survey: 1 }, { segment: 'stopped', survey: 2 }], languages: ['he', 'am'], reminders: [{ after: 'P3D', channel: 'same' }, { after: 'P5D', channel: 'next' }],
      quota: { n: 5, period: 'week', channels: ['voice'] }, demandsConsent: ['sms'], calendar: { country: 'IL' },
    };
    const said = { name: 'Rules', kind: 'transactional', channels: ['email', 'voice'] };
    const shorter = { ...rules, reminders: [{ after: 'P3D', channel: 'same' }, { after: 'P5D' }], quota: { n: 5, period: 'week' } };
    expect((await put('programmes/rules', { ...said, ...shorter })).body).toMatchObject({ ...rules, version: 1 });
    expect((await put('programmes/rules', { ...said, ...rules })).body.version).toBe(1);
    expect((await put('programmes/rules', { ...said, ...rules, calendar: { country: 'ET' } })).body).toMatchObject({ calendar: { country: 'ET' }, version: 2 });
    expect((await put('programmes/rules', said)).body).toMatchObject({ segments: null, quota: null, reminders: [], version: 3 });
    expect((await published('programme/rules')).map((data) => (data as { version: number }).version)).toEqual([1, 2, 3]);
  });

  it('say within which hours calls are made', async () => {
    const said = { name: 'Calls', kind: 'transactional', channels: ['voice'], callHours: { from: '09:00', to: '20:00' } };
    expect((await put('programmes/calls', said)).body).toMatchObject({ callHours: said.callHours, quietHours: null, version: 1 });
    expect((await published('programme/calls')).at(-1)).toMatchObject({ callHours: said.callHours });
  });
  it('say how the base is walked and whom to ask of an account, with what holds where nothing is said', async () => {
    const said = { name: 'Base', kind: 'relationship', walk: { touchpoint: 'relationship', from: '2026-12-01', period: 'P300D' }, accounts: { perAccount: 3 } };
    const walk = { touchpoint: 'relationship', from: '2026-12-01', period: 'P300D', share: 1, days: [1, 2, 3, 4, 5], hours: { from: '09:00', to: '17:00' } };
    expect((await put('programmes/base', said)).body).toMatchObject({ walk, accounts: { roles: [], perAccount: 3, days: 30 }, version: 1 });
    expect((await put('programmes/base', { ...said, walk })).body.version).toBe(1);
    expect((await put('programmes/base', { ...said, accounts: { perAccount: 3, roles: ['owner', 'user'], days: 90 } })).body).toMatchObject({ accounts: { roles: ['owner', 'user'], days: 90 }, version: 2 });
    expect((await published('programme/base')).at(-1)).toMatchObject({ walk, accounts: { perAccount: 3 } });
  });

  it('replace: what is left out goes back to its default', async () => {
    await put('programmes/short', { name: 'Short', kind: 'transactional', priority: 5 });
    expect((await put('programmes/short', { name: 'Short', kind: 'transactional' })).body).toMatchObject({ priority: 0, version: 2 });
  });

  it.each<[string, string, unknown, string]>([
    ['programmes/x', 'no kind', { name: 'X' }, 'kind'],
    ['programmes/x', 'an unknown kind', { name: 'X', kind: 'yearly' }, 'kind'],
    ['programmes/x', 'an unknown channel', { name: 'X', kind: 'transactional', channels: ['email', 'fax'] }, 'channels[1]'],
    ['programmes/x', 'a channel twice', { name: 'X', kind: 'transactional', channels: ['email', 'email'] }, 'channels'],
    ['programmes/x', 'no channel', { name: 'X', kind: 'transactional', channels: [] }, 'channels'],
    ['programmes/x', 'a sample of 110 %', { name: 'X', kind: 'transactional', sample: 1.1 }, 'sample'],
    ['programmes/x', 'half a day', { name: 'X', kind: 'transactional', frequency: { days: 0.5 } }, 'frequency.days'],
    ['programmes/x', 'an unknown field inside', { name: 'X', kind: 'transactional', frequency: { days: 1, hours: 2 } }, 'frequency.hours'],
    ['programmes/x', 'a time of day that is none', { name: 'X', kind: 'transactional', quietHours: { from: '24:00', to: '08:00' } }, 'quietHours.from'],
    ['programmes/x', 'a duration that is none', { name: 'X', kind: 'transactional', expiry: '30 days' }, 'expiry'],
    ['programmes/x', 'a segment twice', { name: 'X', kind: 'transactional', segments: [{ segment: 'a', survey: 1 }, { segment: 'a', survey: 2 }] }, 'segments'],
    ['programmes/x', 'a segment without a survey', { name: 'X', kind: 'transactional', segments: [{ segment: 'a' }] }, 'segments[0].survey'],
    ['programmes/x', 'prospects', { name: 'X', kind: 'transactional', segments: [{ segment: 'a', survey: 1 }, { segment: 'Prospects', survey: 1 }] }, 'segments[1].segment'],
    ['programmes/x', 'a language that is none', { name: 'X', kind: 'transactional', languages: ['he', 'hebrew!'] }, 'languages[1]'],
    ['programmes/x', 'a reminder at once', { name: 'X', kind: 'transactional', reminders: [{ after: 'PT0S' }] }, 'reminders[0].after'],
    ['programmes/x', 'a reminder when the time is over', { name: 'X', kind: 'transactional', expiry: 'P7D', reminders: [{ after: 'P4D' }, { after: 'P3D' }] }, 'reminders[1].after'],
    ['programmes/x', 'a quota of none', { name: 'X', kind: 'transactional', quota: { n: 0, period: 'day' } }, 'quota.n'],
    ['programmes/x', 'a quota per year', { name: 'X', kind: 'transactional', quota: { n: 1, period: 'year' } }, 'quota.period'],
    ['programmes/x', 'consent to a fax', { name: 'X', kind: 'transactional', demandsConsent: ['fax'] }, 'demandsConsent[0]'],
    ['programmes/x', 'a calendar of no country', { name: 'X', kind: 'transactional', calendar: { country: 'QQ' } }, 'calendar.country'],
    ['programmes/x', 'a calendar of what is no code', { name: 'X', kind: 'transactional', calendar: { country: '../x' } }, 'calendar.country'],
    ['programmes/x', 'a walk about what happens', { name: 'X', kind: 'transactional', walk: { touchpoint: 't', from: '2026-12-01', period: 'P30D' } }, 'walk'],
    ['programmes/x', 'calls in quiet hours', { name: 'X', kind: 'transactional', quietHours: { from: '20:00', to: '10:00' }, callHours: { from: '08:00', to: '10:00' } }, 'callHours'],
    ['programmes/x', 'calls over midnight', { name: 'X', kind: 'transactional', callHours: { from: '20:00', to: '02:00' } }, 'callHours.to'],
    ['programmes/x', 'a walk in half days', { name: 'X', kind: 'relationship', walk: { touchpoint: 't', from: '2026-12-01', period: 'PT180H' } }, 'walk.period'],
    ['programmes/x', 'a walk in a day', { name: 'X', kind: 'relationship', walk: { touchpoint: 't', from: '2026-12-01', period: 'P1D' } }, 'walk.period'],
    ['programmes/x', 'a walk by night', { name: 'X', kind: 'relationship', walk: { touchpoint: 't', from: '2026-12-01', period: 'P30D', hours: { from: '22:00', to: '06:00' } } }, 'walk.hours.to'],
    ['programmes/x', 'a walk on no day', { name: 'X', kind: 'relationship', walk: { touchpoint: 't', from: '2026-12-01', period: 'P30D', days: [] } }, 'walk.days'],
    ['programmes/x', 'nobody of an account', { name: 'X', kind: 'relationship', accounts: { perAccount: 0 } }, 'accounts.perAccount'],
    ['touchpoints/x', 'an unknown programme', { name: 'X', programme: 'nowhere' }, 'programme'],
    ['touchpoints/x', 'a negative weight', { name: 'X', weight: -1 }, 'weight'],
    ['touchpoints/x', 'a weight in words', { name: 'X', weight: '1' }, 'weight'],
    ['touchpoints/x', 'a delay in months', { name: 'X', delay: 'P1M' }, 'delay'],
    ['touchpoints/x', 'no name', {}, 'name'],
    ['touchpoints/x', 'a list', [], 'body'],
    ['touchpoints/-x', 'a wrong key', { name: 'X' }, 'key'],
  ])('are refused at %s with %s, and the field is named', async (path, _what, body, field) => {
    const answer = await put(path, body);
    expect([answer.status, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  });

  it('are refused as broken JSON or another content type', async () => {
    for (const [type, status, code] of [['application/json', 400, 'BODY.NOT_JSON'], ['text/csv', 415, 'BODY.MEDIA_TYPE']] as const) {
      expect((await catalog.call('PUT', '/v1/touchpoints/x', { as: admin, body: '{"name', headers: { 'content-type': type } })).body).toMatchObject({ status, code });
    }
  });

  it('put a touchpoint into the programme "transactional", at once and with weight 1, unless it says otherwise', async () => {
    const { body } = await put('touchpoints/branch-visit', { name: 'Visit to a branch' });
    expect(body).toEqual({ key: 'branch-visit', name: 'Visit to a branch', programme: 'transactional', weight: 1, weights: [{ weight: 1, from: null }], delay: 'PT0S', version: 1, changedAt: expect.any(String) });
    expect(await published('touchpoint/branch-visit')).toEqual([body]);
    expect((await catalog.call('GET', '/v1/touchpoints/branch-visit', { as: admin })).body).toEqual(body);
    expect((await put('touchpoints/branch-visit', { name: 'Visit to a branch', weight: 1 })).body.version).toBe(1);
    expect((await put('touchpoints/branch-visit', { name: 'Visit to a branch', weight: 2, delay: 'PT2H' })).body).toMatchObject({ version: 2, weight: 2, delay: 'PT2H' });
  });

  it('weigh what was said for the day: from today, or from the day named, and earlier days keep theirs', async () => {
    const say = async (body: object) => (await put('touchpoints/weighed', { name: 'Weighed', ...body })).body;
    await say({ weight: 2 });
    const today = new Date().toISOString().slice(0, 10);
    expect(await say({ weight: 3 })).toMatchObject({ weight: 3, version: 2, weights: [{ weight: 2, from: null }, { weight: 3, from: today }] });
    const told = await say({ weight: 5, weightFrom: '2026-01-01' });
    expect(told).toMatchObject({ weight: 5, version: 3, weights: [{ weight: 2, from: null }, { weight: 5, from: '2026-01-01' }] });
    expect(await say({ weight: 9, weightFrom: '2090-01-01' })).toMatchObject({ weight: 5, weights: [...told.weights, { weight: 9, from: '2090-01-01' }] });
    expect((await say({ weight: 5 })).version).toBe(4);
    expect((await published('touchpoint/weighed')).at(-1)).toMatchObject({ weight: 5, weights: [...told.weights, { weight: 9, from: '2090-01-01' }] });
    expect((await put('touchpoints/weighed', { name: 'Weighed', weight: 1, weightFrom: 'July' })).body.errors[0].field).toBe('weightFrom');
  });

  it('are listed in pages, touchpoints by programme too, and answered 304 if unchanged', async () => {
    await put('programmes/survey', { name: 'Survey', kind: 'relationship' });
    for (const key of ['a', 'b', 'c']) await put(`touchpoints/s-${key}`, { name: key, programme: 'survey' });
    const first = await catalog.call('GET', '/v1/touchpoints?programme=survey&limit=2', { as: admin });
    const rest = await catalog.call('GET', `/v1/touchpoints?programme=survey&limit=2&cursor=${first.body.next}`, { as: admin });
    expect([...first.body.data, ...rest.body.data].map(({ key }) => key)).toEqual(['s-a', 's-b', 's-c']);
    expect(rest.body.next).toBeNull();
    const again = await catalog.call('GET', '/v1/touchpoints?programme=survey&limit=2', { as: admin, headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
    expect(await catalog.call('GET', '/v1/touchpoints?programme=none', { as: admin })).toMatchObject({ status: 400, body: { errors: [{ field: 'programme' }] } });
    expect((await catalog.call('GET', '/v1/programmes', { as: admin })).body.data.map(({ key }: { key: string }) => key)).toContain('transactional');
  });

  it('are changed only with the right to write, and read only with the right to read', async () => {
    for (const [scopes, method, status] of [[['catalog:read'], 'PUT', 403], [['scores:read'], 'GET', 403], [[], 'GET', 403]] as const) {
      const answer = await catalog.call(method, '/v1/touchpoints/branch-visit', { as: { ...admin, scopes: [...scopes] }, ...(method === 'PUT' ? { body: { name: 'X' } } : {}) });
      expect([answer.status, answer.body.code]).toEqual([status, 'AUTH.FORBIDDEN']);
    }
    expect((await catalog.call('GET', '/v1/touchpoints')).status).toBe(401);
  });
});
