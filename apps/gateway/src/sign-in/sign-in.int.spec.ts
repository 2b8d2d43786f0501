import { request as httpRequest } from 'node:http';
import { eventually } from '@candor/testing';
import { Browser } from '../../test/browser.ts';
import { KEY, keyPrincipal, noa, startGateway, type GatewayUnderTest } from '../../test/gateway-under-test.ts';

/** The gateway's, not the provider's address that names it. */
const CALLBACK = /\/auth\/callback\?/;

describe('signing in', () => {
  let gateway: GatewayUnderTest;
  const signedIn = async (person = 'noa', returnTo = '/') => {
    const browser = new Browser();
    const end = await browser.open(`${gateway.url}/auth/login?as=${person}&returnTo=${encodeURIComponent(returnTo)}`);
    return { browser, ...end };
  };

  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway?.close());

  it('with the provider gives a session with the rights from the catalogue, and leads back to where one was', async () => {
    const { browser, url } = await signedIn('noa', '/inbox?status=open');
    expect(url).toBe(`${gateway.url}/inbox?status=open`);
    const session = await browser.send(`${gateway.url}/auth/session`);
    expect([session.status, await session.json()]).toEqual([200, noa]);
    expect(session.headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify([...browser.cookies])).not.toContain('noa');
  });

  it('asks the provider with PKCE, state and nonce', async () => {
    const answer = await gateway.fetch('/auth/login');
    const query = new URL(answer.headers.get('location')!).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)!.length).toBeGreaterThanOrEqual(43);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('lets the session act for the person at the services', async () => {
    const { browser } = await signedIn();
    await browser.send(`${gateway.url}/v1/cases/1`);
    const { headers } = gateway.upstreams.alerting.seen.at(-1)!;
    expect(await gateway.verify(headers.authorization!.slice(7))).toEqual(noa);
    expect(headers.cookie).toBeUndefined();
  });

  it('never leads to another site', async () => {
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      expect((await signedIn('noa', elsewhere)).url).toBe(`${gateway.url}/`);
    }
  });

  it('works in two tabs at once', async () => {
    const browser = new Browser();
    const first = await browser.open(`${gateway.url}/auth/login?as=noa&returnTo=/one`, CALLBACK);
    const second = await browser.open(`${gateway.url}/auth/login?as=noa&returnTo=/two`, CALLBACK);
    expect((await browser.open(first.url)).url).toBe(`${gateway.url}/one`);
    expect((await browser.open(second.url)).url).toBe(`${gateway.url}/two`);
  });

  it('fails for a callback that this browser did not ask for, and for one that is used twice', async () => {
    const browser = new Browser();
    const { url } = await browser.open(`${gateway.url}/auth/login?as=noa`, CALLBACK);
    const stranger = await new Browser().send(url);
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('This sign-in has ended');
    expect((await browser.open(url)).url).toBe(`${gateway.url}/`);
    expect((await browser.send(url)).status).toBe(400);
  });

  it('fails for a callback with another state, another code, or none', async () => {
    const browser = new Browser();
    const { url } = await browser.open(`${gateway.url}/auth/login?as=noa`, CALLBACK);
    const changed = (name: string, value: string) => {
      const other = new URL(url);
      other.searchParams.set(name, value);
      return other.href;
    };
    const state = new URL(url).searchParams.get('state')!;
    expect((await browser.send(changed('state', `${state.slice(0, -4)}AAAA`))).status).toBe(400);
    expect((await browser.send(changed('code', 'forged'))).status).toBe(403);
    expect((await browser.send(`${gateway.url}/auth/callback`)).status).toBe(400);
    expect((await browser.send(`${gateway.url}/auth/session`)).status).toBe(401);
  });

  it('says so when the provider refuses, and to somebody who has no role', async () => {
    const refused = await signedIn('nobody');
    expect([refused.response.status, await refused.response.text()]).toEqual([403, expect.stringContaining('You were not signed in')]);
    const unknown = await signedIn('stranger');
    expect([unknown.response.status, await unknown.response.text()]).toEqual([403, expect.stringContaining('Nobody has given you a role yet')]);
    expect((await unknown.browser.send(`${gateway.url}/auth/session`)).status).toBe(401);
  });

  it('ends with the session cookie gone', async () => {
    const { browser } = await signedIn();
    const answer = await browser.send(`${gateway.url}/auth/logout`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(204);
    expect((await browser.send(`${gateway.url}/auth/session`)).status).toBe(401);
  });

  it('cannot be ended by another site', async () => {
    const { browser } = await signedIn();
    expect((await browser.send(`${gateway.url}/auth/logout`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    await browser.send(`${gateway.url}/auth/logout`, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect((await browser.send(`${gateway.url}/auth/session`)).status).toBe(200);
  });

  it('gives a session that changes things only from our own pages', async () => {
    const { browser } = await signedIn();
    const claim = (headers: Record<string, string>) => browser.send(`${gateway.url}/v1/cases/1/claim`, { method: 'POST', headers });
    expect((await claim({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await claim({ origin: gateway.url })).status).toBe(200);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, {}] as Record<string, string>[]) {
      const refused = await claim(headers);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'AUTH.CROSS_SITE']);
    }
    const withKey = await gateway.fetch('/v1/cases/1/claim', { method: 'POST', headers: { authorization: `Bearer ${KEY}` } });
    expect(withKey.status).toBe(200);
  });

  it('ends what somebody may do when the catalogue no longer knows them', async () => {
    const { browser } = await signedIn();
    const question = JSON.stringify({ subject: 'noa', verifiedEmail: 'noa@example.com' });
    gateway.known.delete(question);
    try {
      // Known answers are believed for 10 seconds, and renewed after 5 by whoever asks.
      await eventually('signed out', async () => (await browser.send(`${gateway.url}/auth/session`)).status === 401);
    } finally {
      gateway.known.set(question, noa);
    }
  });

  it('shows an API key who it is too', async () => {
    const answer = await gateway.fetch('/auth/session', { headers: { authorization: `Bearer ${KEY}` } });
    expect(await answer.json()).toEqual(keyPrincipal);
  });

  it('leads from another name of this machine to the one that cookies are kept for', async () => {
    const location = await new Promise<string | undefined>((resolve, reject) => {
      // fetch does not let us choose the host.
      httpRequest(gateway.url, { path: '/auth/login?as=noa', headers: { host: 'localhost:1' } }, (answer) => resolve(answer.resume().headers.location)).on('error', reject).end();
    });
    expect(location).toBe(`${gateway.url}/auth/login?as=noa`);
  });
});

describe('signing in while the provider is away', () => {
  it('is refused with 503, and works once the provider is there: nobody has to restart anything', async () => {
    const gateway = await startGateway({ providerLater: true });
    try {
      const early = await gateway.fetch('/auth/login?as=noa');
      expect([early.status, ((await early.json()) as { code: string }).code]).toEqual([503, 'AUTH.PROVIDER_AWAY']);
      await gateway.startProvider();
      const browser = new Browser();
      await browser.open(`${gateway.url}/auth/login?as=noa`);
      expect((await browser.send(`${gateway.url}/auth/session`)).status).toBe(200);
    } finally {
      await gateway.close();
    }
  });
});
