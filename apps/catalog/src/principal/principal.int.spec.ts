import { createHash } from 'node:crypto';
import { SCOPES, scopesOf, type Principal } from '@candor/identity';
import { admin, gateway, startCatalog, type CatalogUnderTest } from '../../test/catalog-under-test.ts';

const hash = (secret: string) => createHash('sha256').update(secret).digest('hex');
const BOOTSTRAP = 'development-key';

describe('who may use the platform', () => {
  let catalog: CatalogUnderTest;
  const call = (method: string, path: string, body?: unknown, as: Principal = admin) => catalog.call(method, `/v1/${path}`, { as, body });
  const lookUp = (body: object, as: Principal = gateway) => catalog.call('POST', '/internal/principals', { as, body });

  beforeAll(async () => {
    catalog = await startCatalog({ bootstrapKey: BOOTSTRAP });
    await call('PUT', 'units/bank', { name: 'Bank', parent: null });
    for (const key of ['north', 'south']) await call('PUT', `units/${key}`, { name: key, parent: 'bank' });
    await call('PUT', 'units/haifa', { name: 'Haifa', parent: 'north' });
  });
  afterAll(() => catalog?.dispose());

  describe('an API key', () => {
    it('shows its secret once, is stored as a hash, and is found by that hash with its rights and units', async () => {
      const created = await call('POST', 'api-keys', { name: 'CRM', scopes: ['interactions:write'], units: ['north'] });
      expect(created.status).toBe(201);
      const { secret, id } = created.body;
      expect(secret).toMatch(/^ck_[\w-]{43}$/);
      for (const path of ['api-keys', `api-keys/${id}`]) {
        const { text } = await call('GET', path);
        expect(text).toContain(id);
        expect(text).not.toContain(secret);
        expect(text).not.toContain(hash(secret));
      }
      expect((await lookUp({ keyHash: hash(secret) })).body).toEqual({ subject: `key:${id}`, kind: 'key', name: 'CRM', scopes: ['interactions:write'], units: ['north'], roles: [] });
    });

    it('is nobody any more once revoked or expired', async () => {
      const { body: key } = await call('POST', 'api-keys', { name: 'Short', scopes: ['scores:read'], expiresAt: new Date(Date.now() + 1500).toISOString() });
      const { body: other } = await call('POST', 'api-keys', { name: 'Other', scopes: ['scores:read'] });
      expect((await lookUp({ keyHash: hash(key.secret) })).status).toBe(200);
      for (const _ of [1, 2]) expect((await call('DELETE', `api-keys/${other.id}`)).status).toBe(204);
      expect((await lookUp({ keyHash: hash(other.secret) })).body).toMatchObject({ status: 404, code: 'PRINCIPAL.UNKNOWN' });
      await new Promise((resolve) => setTimeout(resolve, 1600));
      expect((await lookUp({ keyHash: hash(key.secret) })).status).toBe(404);
    });

    it('has all units of whoever made it unless it names some', async () => {
      const regional: Principal = { ...admin, units: ['north'] };
      expect((await call('POST', 'api-keys', { name: 'All of mine', scopes: ['scores:read'] }, regional)).body.units).toEqual(['north']);
      expect((await call('POST', 'api-keys', { name: 'All', scopes: ['scores:read'] })).body.units).toBeNull();
    });

    it('gives nobody more than they have themselves', async () => {
      const limited: Principal = { ...admin, scopes: ['keys:write', 'scores:read'], units: ['north'] };
      const refused = async (body: object) => {
        const { status, body: problem } = await call('POST', 'api-keys', { name: 'X', ...body }, limited);
        return [status, problem.code, problem.errors[0].field];
      };
      expect(await refused({ scopes: ['scores:read', 'operate'] })).toEqual([403, 'GRANT.BEYOND_OWN', 'scopes']);
      expect(await refused({ scopes: ['scores:read'], units: ['south'] })).toEqual([403, 'UNIT.NOT_YOURS', 'units']);
      expect(await refused({ scopes: ['scores:read'], units: null })).toEqual([403, 'UNIT.NOT_YOURS', 'units']);
      expect((await call('POST', 'api-keys', { name: 'Mine', scopes: ['scores:read'], units: ['haifa'] }, limited)).status).toBe(201);
    });

    it('cannot be seen or revoked by somebody limited to other units', async () => {
      const { body: key } = await call('POST', 'api-keys', { name: 'South', scopes: ['scores:read'], units: ['south'] });
      const northern: Principal = { ...admin, units: ['north'] };
      expect((await call('GET', 'api-keys', undefined, northern)).text).not.toContain(key.id);
      expect((await call('DELETE', `api-keys/${key.id}`, undefined, northern)).status).toBe(404);
      expect((await lookUp({ keyHash: hash(key.secret) })).status).toBe(200);
    });

    it.each<[string, object, string]>([
      ['the internal right', { name: 'X', scopes: ['internal'] }, 'scopes[0]'],
      ['no right', { name: 'X', scopes: [] }, 'scopes'],
      ['an unknown unit', { name: 'X', scopes: ['scores:read'], units: ['north', 'nowhere'] }, 'units[1]'],
      ['no unit in the list', { name: 'X', scopes: ['scores:read'], units: [] }, 'units'],
      ['an end in the past', { name: 'X', scopes: ['scores:read'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
      ['a secret of its own', { name: 'X', scopes: ['scores:read'], secret: 'mine' }, 'secret'],
    ])('is not made with %s, and the field is named', async (_what, body, field) => {
      const answer = await call('POST', 'api-keys', body);
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    });
  });

  describe('the key of the configuration', () => {
    it('has every right from the first start, and is gone once it is no longer configured', async () => {
      expect((await lookUp({ keyHash: hash(BOOTSTRAP) })).body).toMatchObject({ scopes: [...SCOPES], units: null });
      await catalog.restart({ bootstrapKey: 'another-key' });
      expect((await lookUp({ keyHash: hash(BOOTSTRAP) })).status).toBe(404);
      expect((await lookUp({ keyHash: hash('another-key') })).status).toBe(200);
      await catalog.restart();
      expect((await lookUp({ keyHash: hash('another-key') })).status).toBe(404);
    });
  });

  describe('a person', () => {
    const noa = { email: 'noa@example.com', name: 'Noa Levi', roles: ['agent'], units: ['haifa'] };

    it('is found by the subject of the identity provider, with the rights of the roles', async () => {
      expect((await call('PUT', 'people/noa', noa)).status).toBe(201);
      expect((await lookUp({ subject: 'noa' })).body).toEqual({ subject: 'noa', kind: 'person', name: 'Noa Levi', scopes: scopesOf(['agent']), units: ['haifa'], roles: ['agent'] });
    });

    it('put twice in the same words changes once', async () => {
      const versions = [];
      for (const _ of [1, 2]) versions.push((await call('PUT', 'people/amir', { ...noa, email: 'amir@example.com' })).body.version);
      expect(versions).toEqual([1, 1]);
    });

    it('who was entered by address is found by the address that the provider verified, never by one it did not', async () => {
      await call('PUT', 'people/yael@example.com', { ...noa, email: 'yael@example.com' });
      expect((await lookUp({ subject: 'opaque-1', verifiedEmail: 'Yael@Example.com' })).body.subject).toBe('yael@example.com');
      expect((await lookUp({ subject: 'opaque-1' })).status).toBe(404);
      expect((await lookUp({ subject: 'stranger', verifiedEmail: 'noa@example.com' })).status).toBe(404);
    });

    it('loses all rights when removed', async () => {
      await call('PUT', 'people/gone', { ...noa, email: 'gone@example.com' });
      expect((await call('DELETE', 'people/gone')).status).toBe(204);
      expect((await lookUp({ subject: 'gone' })).status).toBe(404);
    });

    it('gets no role or unit that the giver lacks, and nobody takes over somebody with more', async () => {
      const supervisor: Principal = { ...admin, scopes: [...scopesOf(['supervisor']), 'keys:write'], units: ['north'] };
      const refused = async (subject: string, body: object) => {
        const answer = await call('PUT', `people/${subject}`, { ...noa, email: `${subject}@example.com`, ...body }, supervisor);
        return [answer.status, answer.body.errors?.[0].field];
      };
      expect(await refused('eve', { roles: ['administrator'] })).toEqual([403, 'roles']);
      expect(await refused('eve', { units: ['south'] })).toEqual([403, 'units']);
      await call('PUT', 'people/root', { ...noa, email: 'root@example.com', roles: ['administrator'], units: ['haifa'] });
      expect(await refused('root', {})).toEqual([403, 'roles']);
      await call('PUT', 'people/southerner', { ...noa, email: 'southerner@example.com', units: ['south'] });
      expect(await refused('southerner', {})).toEqual([403, 'subject']);
      expect(await refused('eve', {})).toEqual([201, undefined]);
    });

    it('is shown with an address only to those who manage access, and only within their units', async () => {
      const agent: Principal = { ...admin, scopes: scopesOf(['agent']), units: ['north'] };
      const { body } = await call('GET', 'people', undefined, agent);
      expect(body.data.map(({ subject }: { subject: string }) => subject)).toContain('noa');
      expect(body.data.map(({ subject }: { subject: string }) => subject)).not.toContain('southerner');
      expect(JSON.stringify(body)).not.toContain('noa@example.com');
      expect((await call('GET', 'people/southerner', undefined, agent)).status).toBe(404);
      expect((await call('GET', 'people/noa')).body.email).toBe('noa@example.com');
    });

    it.each<[string, string, object, string, number]>([
      ['no role', 'x', { ...noa, email: 'x@example.com', roles: [] }, 'roles', 400],
      ['an unknown role', 'x', { ...noa, email: 'x@example.com', roles: ['boss'] }, 'roles[0]', 400],
      ['something that is no address', 'x', { ...noa, email: 'noa' }, 'email', 400],
      ['the address of another', 'x', { ...noa, email: 'NOA@example.com' }, 'email', 409],
      ['the subject of a key', 'key:1', { ...noa, email: 'x@example.com' }, 'subject', 400],
    ])('is not entered with %s, and the field is named', async (_what, subject, body, field, status) => {
      const answer = await call('PUT', `people/${encodeURIComponent(subject)}`, body);
      expect([answer.status, answer.body.errors[0].field]).toEqual([status, field]);
    });
  });

  it('is told to the gateway only', async () => {
    expect((await lookUp({ subject: 'noa' }, admin)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await catalog.call('POST', '/internal/principals', { body: { subject: 'noa' } })).status).toBe(401);
    expect((await lookUp({})).status).toBe(400);
  });
});
