import { createVerifier, newSigningKey, type Principal, type Verifier } from '@candor/identity';
import { buildApp } from '@candor/service';
import { freePort } from '@candor/stack';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { keyHashOf } from '../src/principal/credentials.ts';
import { gatewayOptions } from '../src/gateway.ts';
import { startIdentityProvider, type TestProvider } from './identity-provider.ts';
import { answerJson, Upstream } from './upstream.ts';

export const KEY = 'ck_a-key-of-the-test';
export const keyPrincipal: Principal = { subject: 'key:1', kind: 'key', name: 'CRM', scopes: ['catalog:read', 'interactions:write'], units: ['north'], roles: [] };
export const noa: Principal = { subject: 'noa', kind: 'person', name: 'Noa Levi', scopes: ['cases:read', 'cases:work'], units: ['haifa'], roles: ['agent'] };

export interface GatewayUnderTest {
  app: NestFastifyApplication;
  url: string;
  /** By service; they all answer with an echo unless told otherwise. */
  upstreams: Record<'catalog' | 'dispatch' | 'ingestion' | 'scoring' | 'alerting' | 'reporting' | 'sandbox', Upstream>;
  /** Of the tokens that the gateway gives to services. */
  verify: Verifier;
  /** Who the catalogue says is behind a question (its JSON); whatever is not in here is nobody. */
  known: Map<string, Principal>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  startProvider(): Promise<void>;
  close(): Promise<void>;
}

export async function startGateway(options: { consoleDir?: string; providerLater?: boolean } = {}): Promise<GatewayUnderTest> {
  const [port, providerPort, names] = [await freePort(), await freePort(), ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting', 'sandbox'] as const];
  const url = `http://127.0.0.1:${port}`;
  const servers = await Promise.all(names.map(async (name) => [name, await Upstream.start()] as const));
  const upstreams = Object.fromEntries(servers) as GatewayUnderTest['upstreams'];
  const { privateJwk, jwks } = await newSigningKey();
  const verify = createVerifier(jwks);
  let provider: TestProvider | undefined;
  const startProvider = async () => {
    provider = await startIdentityProvider(`${url}/auth/callback`, providerPort);
  };
  if (!options.providerLater) await startProvider();
  const known = new Map([[JSON.stringify({ keyHash: keyHashOf(KEY) }), keyPrincipal], [JSON.stringify({ subject: 'noa', verifiedEmail: 'noa@example.com' }), noa]]);
  upstreams.catalog.on('/internal/principals', (request, response, body) => {
    void verify(request.headers.authorization!.slice(7)).then(({ scopes }) => {
      const principal = scopes.includes('internal') ? known.get(JSON.stringify(JSON.parse(body))) : undefined;
      answerJson(response, principal ? 200 : 404, principal ?? { code: 'PRINCIPAL.UNKNOWN' });
    });
  });
  const { app } = await buildApp(gatewayOptions({
    HOST: '127.0.0.1', PORT: port, LOG_LEVEL: 'silent', PUBLIC_URL: url, TOKEN_PRIVATE_JWK: privateJwk as never, SESSION_SECRET: 'a secret of the test that is long enough',
    CATALOG_URL: upstreams.catalog.url, DISPATCH_URL: upstreams.dispatch.url, INGESTION_URL: upstreams.ingestion.url, SCORING_URL: upstreams.scoring.url,
    ALERTING_URL: upstreams.alerting.url, REPORTING_URL: upstreams.reporting.url, SANDBOX_URL: upstreams.sandbox.url,
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`, OIDC_CLIENT_ID: 'candor', OIDC_CLIENT_SECRET: 'client-secret', CONSOLE_DIR: options.consoleDir,
  }));
  await app.listen(port, '127.0.0.1');
  return {
    app, url, upstreams, verify, known, startProvider,
    fetch: (path, init = {}) => fetch(url + path, { redirect: 'manual', ...init }),
    close: async () => {
      await app.close();
      await provider?.close();
      await Promise.all(Object.values(upstreams).map((upstream) => upstream.stop()));
    },
  };
}
