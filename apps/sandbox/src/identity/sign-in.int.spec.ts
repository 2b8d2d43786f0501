import * as oidc from 'openid-client';
import type { Sandbox } from '../sandbox.ts';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import { PEOPLE } from './people.ts';

const SECRET = 'a-secret-of-the-test';
let sandbox: Sandbox;
let client: oidc.Configuration;

beforeAll(async () => {
  sandbox = await startTestSandbox({ OIDC_CLIENT_ID: 'gateway', OIDC_CLIENT_SECRET: SECRET });
  client = await oidc.discovery(new URL(`${sandbox.url}/sandbox/oidc`), 'gateway', SECRET, undefined, { execute: [oidc.allowInsecureRequests] });
});
afterAll(() => sandbox.close());

/** A browser: keeps cookies, follows redirects until it is sent back to the client. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> {
    let [next, options] = [url, init];
    for (let hop = 0; hop < 10; hop++) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { ...options, redirect: 'manual', headers: { ...options.headers, cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0]!.split('=') as [string, string];
        this.#cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) return { url: next, response };
      next = new URL(location, next).toString();
      if (next.includes('/auth/callback')) return { url: next, response };
      options = {};
    }
    throw new Error('too many redirects');
  }
}

async function begin(hint?: string): Promise<{ url: string; verifier: string }> {
  const verifier = oidc.randomPKCECodeVerifier();
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: `${sandbox.url}/auth/callback`, scope: 'openid profile email', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(hint === undefined ? {} : { login_hint: hint }),
  });
  return { url: url.toString(), verifier };
}

const claimsOf = async (callback: string, verifier: string) =>
  (await oidc.authorizationCodeGrant(client, new URL(callback), { pkceCodeVerifier: verifier })).claims();

test('the issuer is the public address, however the provider is reached', async () => {
  const response = await fetch(`${sandbox.url}/sandbox/oidc/.well-known/openid-configuration`);
  const { issuer, authorization_endpoint: endpoint } = (await response.json()) as Record<string, string>;
  expect(issuer).toBe(`${sandbox.url}/sandbox/oidc`);
  expect(endpoint).toBe(`${sandbox.url}/sandbox/oidc/auth`);
});

test('one click on a person signs in as them', async () => {
  const browser = new Browser();
  const { url, verifier } = await begin();
  const page = await browser.open(url);
  const html = await page.response.text();
  for (const { name } of PEOPLE) expect(html).toContain(name);
  const back = await browser.open(page.url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'person=irina' });
  expect(await claimsOf(back.url, verifier)).toMatchObject({ sub: 'irina', name: 'Irina Volkova', email: 'irina@meridian.example' });
});

test('a hint signs in straight away, and the next sign-in may be somebody else', async () => {
  const browser = new Browser();
  for (const hint of ['dana', 'yonatan']) {
    const { url, verifier } = await begin(hint);
    expect(await claimsOf((await browser.open(url)).url, verifier)).toMatchObject({ sub: hint });
  }
  const again = await browser.open((await begin()).url);
  expect(again.response.status).toBe(200);
  expect(again.url).toContain('/sandbox/sign-in/');
});

test('a client that forgets PKCE is refused', async () => {
  const { url } = await begin('dana');
  const bare = new URL(url);
  bare.searchParams.delete('code_challenge');
  bare.searchParams.delete('code_challenge_method');
  expect((await new Browser().open(bare.toString())).url).toContain('error=invalid_request');
});

test('a sign-in that belongs to another browser goes nowhere', async () => {
  const page = await new Browser().open((await begin()).url);
  const stranger = await new Browser().open(page.url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'person=ruth' });
  expect(stranger.response.status).toBe(400);
});
