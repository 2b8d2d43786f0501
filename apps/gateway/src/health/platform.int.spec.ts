import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY, startGateway, type GatewayUnderTest } from '../../test/gateway-under-test.ts';
import { answerJson } from '../../test/upstream.ts';

describe('the gateway before the platform', () => {
  let gateway: GatewayUnderTest;
  let consoleDir: string;
  const get = (path: string, headers: Record<string, string> = {}) => gateway.fetch(path, { headers });

  beforeAll(async () => {
    consoleDir = mkdtempSync(join(tmpdir(), 'candor-console-'));
    mkdirSync(join(consoleDir, 'assets'));
    writeFileSync(join(consoleDir, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(consoleDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(consoleDir, 'assets', 'main-abc123.js'), 'export {};');
    gateway = await startGateway({ consoleDir });
  });
  afterAll(async () => {
    await gateway.close();
    rmSync(consoleDir, { recursive: true });
  });

  it('is ready once every service is, and names what is missing before', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    const { scoring, catalog } = gateway.upstreams;
    const { port } = scoring;
    await scoring.stop();
    catalog.on('/health/ready', (_request, response) => answerJson(response, 503, { missing: ['database: refused'] }));
    const answer = await get('/health/ready');
    expect([answer.status, ((await answer.json()) as { missing: string[] }).missing]).toEqual([503, ['catalog: database: refused', 'scoring: is not there']]);
    catalog.on('/health/ready', (_request, response) => answerJson(response, 200, { status: 'ready' }));
    await scoring.listen(port);
    expect((await get('/health/ready')).status).toBe(200);
    expect((await get('/health/live')).status).toBe(200);
  });

  it('shows its metrics only to those who operate the platform', async () => {
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { authorization: `Bearer ${KEY}` })).status).toBe(403);
    expect((await get('/internal/openapi.json')).status).toBe(401);
  });

  it('documents what the services offer as one API, and says which of them it could not ask', async () => {
    gateway.upstreams.catalog.on('/internal/openapi.json', (_request, response) => answerJson(response, 200, { openapi: '3.0.0', info: {}, paths: { '/v1/units/{key}': { put: { summary: 'Put a unit' } }, '/internal/principals': { post: {} } } }));
    gateway.upstreams.alerting.on('/internal/openapi.json', (_request, response) => answerJson(response, 200, { openapi: '3.0.0', info: {}, paths: { '/v1/cases': { get: {} }, '/v1/dead-letters': { get: {} } } }));
    for (const name of ['dispatch', 'ingestion', 'reporting'] as const) gateway.upstreams[name].on('/internal/openapi.json', (_request, response) => answerJson(response, 200, { openapi: '3.0.0', info: {}, paths: {} }));
    gateway.upstreams.scoring.on('/internal/openapi.json', (_request, response) => answerJson(response, 500, {}));
    const document = (await (await get('/openapi.json')).json()) as { paths: object; 'x-missing': string[] };
    expect(Object.keys(document.paths)).toEqual(['/v1/units/{key}', '/v1/cases', '/v1/dead-letters/alerting']);
    expect(document['x-missing']).toEqual(['scoring']);
  });

  it('shows the documentation without anything from elsewhere', async () => {
    const page = await get('/docs');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links).toEqual(['/docs/docs.css', '/openapi.json', '/openapi.json', '/docs/docs.js']);
    for (const link of links) expect((await get(link)).status).toBe(200);
  });

  it('serves the console at every address that is a page, in no frame and with no foreign script', async () => {
    for (const path of ['/', '/inbox', '/inbox/case/1?tab=history', '/programme/units']) {
      const page = await get(path);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Console</title>')]);
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(page.headers.get('cache-control')).toContain('max-age=0');
    }
  });

  it('lets browsers keep built files for ever, others not', async () => {
    expect((await get('/assets/main-abc123.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('public, max-age=0');
  });

  it.each(['/assets/old-000000.js', '/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/secret.txt', '/v1/nowhere', '/auth/nowhere'])('has no file at %s', async (path) => {
    const answer = await get(path);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('problem+json');
  });

  it('answers with problems where it has nothing, also for other methods', async () => {
    const answer = await gateway.fetch('/inbox', { method: 'POST', body: 'x' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'ROUTE.UNKNOWN']);
  });
});

describe('the gateway without a built console', () => {
  it('says so at its first page, and serves everything else', async () => {
    const gateway = await startGateway();
    try {
      const answer = await gateway.fetch('/');
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'CONSOLE.NOT_BUILT']);
      expect((await gateway.fetch('/health/ready')).status).toBe(200);
    } finally {
      await gateway.close();
    }
  });
});
