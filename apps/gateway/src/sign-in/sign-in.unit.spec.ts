import fc from 'fast-check';
import { z } from 'zod';
import { cookieOf, setCookie, withoutOurCookies } from './cookies.ts';
import { localPath } from './return-to.ts';
import { requireSameOrigin } from './same-origin.ts';
import { Seal } from './seal.ts';

const SECRET = 'a secret of the test that is long enough';

describe('the place to return to', () => {
  it.each([
    ['/inbox?status=open#top', '/inbox?status=open#top'],
    ['/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/a/../../evil', '/evil'],
    ['/a/..//evil.example', '/'],
    ['/auth/logout', '/'],
    ['inbox', '/'],
    ['', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('%j leads to %s', (given, path) => expect(localPath(given)).toBe(path));

  it('is on this site whatever is given', () => {
    const nasty = fc.array(fc.constantFrom('/', '\\', '.', '..', 'evil.example', '@', ':', '?', '#', '\t', '\n', ' ', '%2f', 'a'), { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
    fc.assert(fc.property(fc.oneof(nasty, fc.webUrl(), fc.string()), (given) => expect(new URL(localPath(given), 'https://candor.example').origin).toBe('https://candor.example')));
  });
});

describe('a change in the name of a session', () => {
  const own = 'https://candor.example';
  const allowed = (method: string, headers: Record<string, string>, host = 'candor.example') => {
    try {
      requireSameOrigin({ method, headers, host }, own);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ status: 403, code: 'AUTH.CROSS_SITE' });
      return false;
    }
  };

  it.each<[string, Record<string, string>, boolean]>([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['our own page in an older browser', { origin: own }, true],
    ['our own page under another name of ours', { origin: 'http://127.0.0.1:8080' }, false],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site' }, false],
    ['an old browser on another site', { origin: 'https://evil.example' }, false],
    ['a page that hides its origin', { origin: 'null' }, false],
    ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ['somebody who says nothing', {}, false],
    ['a site whose name begins like ours', { origin: 'https://candor.example.evil.example' }, false],
  ])('from %s', (_who, headers, ok) => expect(allowed('POST', headers)).toBe(ok));

  it('is taken from a page under the name that was used', () => expect(allowed('POST', { origin: 'http://127.0.0.1:8080' }, '127.0.0.1:8080')).toBe(true));
  it('is what this is about: reading is never refused', () => expect(['GET', 'HEAD'].map((method) => allowed(method, { 'sec-fetch-site': 'cross-site' }))).toEqual([true, true]));
  it('is guarded for every method that changes something', () => {
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => allowed(method, {}))).toEqual([false, false, false, false]);
  });
});

describe('a sealed text', () => {
  const schema = z.object({ subject: z.string() });
  const seal = new Seal(SECRET, 'session', schema);

  it('opens to what was put in, and shows nothing of it', async () => {
    const text = await seal.close({ subject: 'noa' }, 60);
    expect(await seal.open(text)).toEqual({ subject: 'noa' });
    expect(Buffer.from(text.split('.').join(''), 'base64url').toString()).not.toContain('noa');
  });

  it.each<[string, () => Promise<string>]>([
    ['under another secret', () => new Seal(`${SECRET}!`, 'session', schema).close({ subject: 'noa' }, 60)],
    ['for another purpose', () => new Seal(SECRET, 'sign-in', schema).close({ subject: 'noa' }, 60)],
    ['that has expired', () => seal.close({ subject: 'noa' }, -1)],
    ['with other content', () => new Seal(SECRET, 'session', z.object({ x: z.number() })).close({ x: 1 }, 60)],
    ['that was changed', async () => (await seal.close({ subject: 'noa' }, 60)).replace(/\.(.)([^.]*)\.([^.]*)$/, (_, first, rest, tag) => `.${first === 'A' ? 'B' : 'A'}${rest}.${tag}`)],
    ['that is none', async () => 'nonsense'],
  ])('%s does not open', async (_what, make) => expect(await seal.open(await make())).toBeUndefined());
});

describe('a cookie', () => {
  it('is out of reach of scripts and of other sites, and of plain connections where ours is not', () => {
    expect(setCookie('candor_session', 'x', { maxAge: 60, path: '/', secure: true })).toBe('candor_session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(setCookie('candor_session', 'x', { maxAge: 60, path: '/', secure: false })).not.toContain('Secure');
  });
  it('is found among others by its whole name', () => {
    expect(cookieOf('a=1; candor_session=x=y; b=2', 'candor_session')).toBe('x=y');
    expect(cookieOf('xcandor_session=1', 'candor_session')).toBeUndefined();
    expect(cookieOf(undefined, 'candor_session')).toBeUndefined();
  });
  it('of ours is not shown to another site', () => {
    expect(withoutOurCookies('_sandbox=1; candor_session=x; candor_signin_ab=y; theme=dark')).toBe('_sandbox=1; theme=dark');
    expect(withoutOurCookies('candor_session=x')).toBeUndefined();
  });
});
