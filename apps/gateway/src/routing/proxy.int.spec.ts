import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { declaredRoutes, undeclaredRoutes } from '@candor/http';
import { KEY, keyPrincipal, startGateway, type GatewayUnderTest } from '../../test/gateway-under-test.ts';
import { answerJson } from '../../test/upstream.ts';

describe('the front door', () => {
  let gateway: GatewayUnderTest;
  const withKey = { authorization: `Bearer ${KEY}` };
  const call = (path: string, init: RequestInit = {}) => gateway.fetch(path, { ...init, headers: { ...withKey, ...init.headers } });
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { status, code } = (await answer.json()) as { status: number; code: string };
    expect(status).toBe(answer.status);
    return [status, code];
  };

  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway?.close());

  it.each([
    ['/v1/units', 'catalog', '/v1/units'], ['/v1/units/haifa-1?x=1', 'catalog', '/v1/units/haifa-1?x=1'], ['/v1/touchpoints/a', 'catalog', '/v1/touchpoints/a'],
    ['/v1/programmes', 'catalog', '/v1/programmes'], ['/v1/api-keys', 'catalog', '/v1/api-keys'], ['/v1/people/a%40b.example', 'catalog', '/v1/people/a%40b.example'],
    ['/v1/interactions', 'dispatch', '/v1/interactions'], ['/v1/decisions?source=%2Fcrm&id=1', 'dispatch', '/v1/decisions?source=%2Fcrm&id=1'], ['/v1/customers/C-1042', 'dispatch', '/v1/customers/C-1042'],
    ['/v1/imports/a', 'dispatch', '/v1/imports/a'], ['/v1/accounts/A%2F77', 'dispatch', '/v1/accounts/A%2F77'],
    ['/v1/recordings/a', 'dispatch', '/v1/recordings/a'], ['/v1/callbacks/voice/x/score/1', 'dispatch', '/v1/callbacks/voice/x/score/1'],
    ['/v1/responses/a/exclude', 'ingestion', '/v1/responses/a/exclude'], ['/v1/scores/total', 'reporting', '/v1/scores/total'], ['/odata/$metadata', 'reporting', '/odata/$metadata'],
    ['/v1/bi-users', 'reporting', '/v1/bi-users'], ['/v1/cases/1/claim', 'alerting', '/v1/cases/1/claim'],
    ['/v1/consumers/scoring', 'scoring', '/v1/consumers'], ['/v1/streams/catalog/nps.catalog.v1/republish', 'catalog', '/v1/streams/nps.catalog.v1/republish'],
    ['/v1/dead-letters/scoring', 'scoring', '/v1/dead-letters'], ['/v1/dead-letters/dispatch/7/replay', 'dispatch', '/v1/dead-letters/7/replay'],
    ['/v1/rebuilds/scoring/7', 'scoring', '/v1/rebuilds/7'],
    ['/u/token', 'dispatch', '/u/token'], ['/o/token', 'dispatch', '/o/token'], ['/r/token?score=9', 'ingestion', '/r/token?score=9'], ['/sandbox/messages?to=a', 'sandbox', '/sandbox/messages?to=a'], ['/sandbox', 'sandbox', '/sandbox'],
  ] as const)('leads %s to %s', async (path, service, inside) => {
    const { seen } = gateway.upstreams[service];
    const before = seen.length;
    expect((await call(path)).status).toBe(200);
    expect(seen.slice(before).filter(({ url }) => !url.startsWith('/internal')).map(({ url }) => url)).toEqual([inside]);
  });

  it('tells the service who is asking by a signed token, never by what the caller says', async () => {
    await call('/v1/units', { headers: { 'x-correlation-id': 'trace-7', cookie: 'candor_session=x; a=b', 'x-forwarded-for': '6.6.6.6' } });
    const { headers } = gateway.upstreams.catalog.seen.at(-1)!;
    expect(headers.authorization).not.toContain(KEY);
    expect(await gateway.verify(headers.authorization!.slice(7))).toEqual(keyPrincipal);
    expect(headers['x-correlation-id']).toBe('trace-7');
    expect(headers.cookie).toBeUndefined();
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('takes the key as the password of Basic too', async () => {
    const answer = await gateway.fetch('/odata', { headers: { authorization: `Basic ${Buffer.from(`excel:${KEY}`).toString('base64')}` } });
    expect(answer.status).toBe(200);
  });

  it('asks spreadsheets for a key again where the one they have is wrong', async () => {
    const challengeOf = async (path: string) => (await gateway.fetch(path, { headers: { authorization: `Basic ${Buffer.from('excel:old').toString('base64')}` } })).headers.get('www-authenticate');
    expect(await challengeOf('/odata')).toMatch(/^Basic realm=.*, Bearer error="invalid_token"$/);
    expect(await challengeOf('/v1/units')).toBe('Bearer error="invalid_token"');
  });

  it('refuses who is nobody, with 401 and how to do better', async () => {
    for (const [headers, code] of [[{}, 'AUTH.REQUIRED'], [{ authorization: 'Bearer wrong' }, 'AUTH.INVALID'], [{ authorization: 'nonsense' }, 'AUTH.INVALID'], [{ cookie: 'candor_session=forged' }, 'AUTH.REQUIRED']] as const) {
      const answer = await gateway.fetch('/v1/units', { headers });
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(await problemOf(answer)).toEqual([401, code]);
    }
  });

  it('refuses a token of the inner side: only keys and sessions count here', async () => {
    await call('/v1/units');
    const inner = gateway.upstreams.catalog.seen.at(-1)!.headers.authorization!;
    expect((await gateway.fetch('/v1/units', { headers: { authorization: inner } })).status).toBe(401);
  });

  it('passes on the credentials by which a provider is known that calls back, and no key', async () => {
    const basic = `Basic ${Buffer.from('postmark:secret').toString('base64')}`;
    for (const [authorization, passed] of [[basic, basic], [`Bearer ${KEY}`, undefined]] as const) {
      expect((await gateway.fetch('/v1/callbacks/postmark', { headers: { authorization, cookie: 'candor_session=x' } })).status).toBe(200);
      const { headers } = gateway.upstreams.dispatch.seen.at(-1)!;
      expect([headers.authorization, headers.cookie]).toEqual([passed, undefined]);
    }
  });

  it('strips credentials from what anybody may call', async () => {
    await call('/r/token', { headers: { cookie: 'candor_session=x' } });
    const { headers } = gateway.upstreams.ingestion.seen.at(-1)!;
    expect([headers.authorization, headers.cookie]).toEqual([undefined, undefined]);
  });

  it('hands on what a provider signs as it was signed: address, fields and signature', async () => {
    const body = 'CallSid=CA1&Digits=%2A&Empty=&To=%2B972501234567';
    await gateway.fetch('/v1/callbacks/voice/x/score/1?a=%20b', { method: 'POST', headers: { 'x-twilio-signature': 'c2lnbmVk', 'content-type': 'application/x-www-form-urlencoded' }, body });
    const { url, headers, body: passed } = gateway.upstreams.dispatch.seen.at(-1)!;
    expect([url, headers['x-twilio-signature'], headers['content-type'], String(passed)]).toEqual(['/v1/callbacks/voice/x/score/1?a=%20b', 'c2lnbmVk', 'application/x-www-form-urlencoded', body]);
  });

  it('leaves the sandbox its own cookies and credentials', async () => {
    await gateway.fetch('/sandbox/oidc/token', { method: 'POST', headers: { authorization: 'Basic abc', cookie: 'candor_session=x; _sandbox=1' }, body: 'a=b' });
    const { headers } = gateway.upstreams.sandbox.seen.at(-1)!;
    expect([headers.authorization, headers.cookie]).toEqual(['Basic abc', '_sandbox=1']);
  });

  it.each(['/internal/principals', '/v1/nowhere', '/v1/unitsextra', '/v1/dead-letters/nobody', '/v1/dead-letters', '/v1/consumers', '/v1/streams/nobody'])('has nothing at %s', async (path) => {
    expect(await problemOf(await call(path))).toEqual([404, 'ROUTE.UNKNOWN']);
    expect((await call(path, { method: 'POST' })).status).toBe(404);
  });

  it.each(['/v1/units/../internal/principals', '/v1/units/%2e%2e/%2e%2e/metrics', '/v1/units/..%2f..%2fmetrics', '/r/..\\metrics', '/v1/dead-letters/catalog/../../units'])('does not let %s climb to where it should not be', async (path) => {
    const before = gateway.upstreams.catalog.seen.length;
    // fetch would tidy the path up before it is sent.
    const status = await new Promise<number>((resolve, reject) => {
      httpRequest(gateway.url, { path, headers: withKey }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject).end();
    });
    expect([400, 404]).toContain(status);
    expect(gateway.upstreams.catalog.seen.slice(before).filter(({ url }) => !url.startsWith('/internal/principals'))).toEqual([]);
  });

  it('passes bodies on as they are: JSON that is none, forms, other types', async () => {
    for (const [type, body] of [['application/json', '{"broken'], ['application/x-www-form-urlencoded', 'score=9&comment=a+b'], ['application/cloudevents+json; charset=utf-8', '{}'], ['application/x-ndjson', '{}\n{}\n'], ['text/plain', 'x']]) {
      await gateway.fetch('/r/t', { method: 'POST', headers: { 'content-type': type! }, body: body! });
      const seen = gateway.upstreams.ingestion.seen.at(-1)!;
      expect([seen.headers['content-type'], seen.body]).toEqual([type, body]);
    }
  });

  it('lets the service decide how large a body may be', async () => {
    const large = 'x'.repeat(5 * 1024 * 1024);
    const taken = await call('/v1/responses', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: large });
    expect(await taken.json()).toMatchObject({ length: large.length });
    gateway.upstreams.dispatch.onStream('/v1/interactions', (request, response) => {
      request.resume();
      answerJson(response, 413, { status: 413, code: 'BODY.TOO_LARGE' });
    });
    expect(await problemOf(await call('/v1/interactions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: large }))).toEqual([413, 'BODY.TOO_LARGE']);
  });

  it('takes a body that was announced with "Expect: 100-continue"', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(`${gateway.url}/v1/responses`, { method: 'POST', headers: { ...withKey, expect: '100-continue', 'content-type': 'application/json' } }, (answer) => resolve(answer.resume().statusCode!));
      request.on('continue', () => request.end('{"late":true}')).on('error', reject).flushHeaders();
    });
    expect([status, gateway.upstreams.ingestion.seen.at(-1)!.body]).toEqual([200, '{"late":true}']);
  });

  it('answers what is too large or no HTTP before it is a request as it answers everything else', async () => {
    const send = (text: string) => new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.setEncoding('utf8').on('data', (part: string) => { answer += part; }).on('close', () => resolve(answer)).on('error', reject);
    });
    const head = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\n\r\n`;
    for (const [text, status, code] of [[head(`/v1/units?unit=${'a,'.repeat(10_000)}`), 431, 'REQUEST.HEAD_TOO_LARGE'], [head(`/v1/units?unit=${'a,'.repeat(400_000)}`), 431, 'REQUEST.HEAD_TOO_LARGE'], ['nonsense\r\n\r\n', 400, 'REQUEST.BROKEN']] as const) {
      const [first, body] = (await send(text)).split('\r\n\r\n');
      expect(first).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
      expect(JSON.parse(body!)).toMatchObject({ type: `urn:candor:problem:${code}`, status, code, title: expect.any(String) });
    }
  });

  it('streams a request while it is still being sent', async () => {
    const chunks: string[] = [];
    const first = new Promise<void>((resolve) => {
      gateway.upstreams.ingestion.onStream('/v1/responses/stream', (request, response) => {
        request.setEncoding('utf8').on('data', (chunk: string) => {
          chunks.push(chunk);
          resolve();
        });
        request.on('end', () => answerJson(response, 200, {}));
      });
    });
    const answered = new Promise<number>((resolve, reject) => {
      const request = httpRequest(`${gateway.url}/v1/responses/stream`, { method: 'POST', headers: { ...withKey, 'content-type': 'application/x-ndjson' } }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject);
      request.write('{"line":1}\n');
      void first.then(() => request.end('{"line":2}\n'));
    });
    expect(await answered).toBe(200);
    expect(chunks.join('')).toBe('{"line":1}\n{"line":2}\n');
  });

  it('streams server-sent events as they come, and hangs up on the service when the reader leaves', async () => {
    const left = new Promise<void>((resolve) => {
      gateway.upstreams.reporting.onStream('/v1/scores/stream', (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }).write('id: 1\ndata: a\n\n');
        response.on('close', resolve);
      });
    });
    const leave = new AbortController();
    const answer = await call('/v1/scores/stream', { signal: leave.signal });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const { value } = await answer.body!.getReader().read();
    expect(Buffer.from(value!).toString()).toBe('id: 1\ndata: a\n\n');
    leave.abort();
    await left;
  });

  it("keeps a service's status, headers and refusals", async () => {
    gateway.upstreams.alerting.on('/v1/cases/1', (_request, response) => {
      response.writeHead(409, { 'content-type': 'application/problem+json', etag: '"3"', 'cache-control': 'private', 'x-own': 'yes' }).end('{"status":409,"code":"CASE.CLAIMED"}');
    });
    const answer = await call('/v1/cases/1');
    expect(['etag', 'cache-control', 'x-own'].map((name) => answer.headers.get(name))).toEqual(['"3"', 'private', 'yes']);
    expect(await problemOf(answer)).toEqual([409, 'CASE.CLAIMED']);
  });

  it('passes on 304 and 204, and answers HEAD', async () => {
    gateway.upstreams.alerting.on('/v1/cases/2', (request, response) => response.writeHead(request.method === 'DELETE' ? 204 : 304).end());
    expect((await call('/v1/cases/2')).status).toBe(304);
    expect((await call('/v1/cases/2', { method: 'DELETE' })).status).toBe(204);
    expect((await call('/v1/units', { method: 'HEAD' })).status).toBe(200);
  });

  it('answers 503 while a service is away and goes on by itself when it is back', async () => {
    const { scoring } = gateway.upstreams;
    const { port } = scoring;
    await scoring.stop();
    const away = await call('/v1/dead-letters/scoring');
    expect(away.headers.get('retry-after')).toBe('2');
    expect(await problemOf(away)).toEqual([503, 'SERVICE.AWAY']);
    await scoring.listen(port);
    expect((await call('/v1/dead-letters/scoring')).status).toBe(200);
  });

  it('answers 502 when a service breaks off, having asked again only if it was read', async () => {
    let asked = 0;
    gateway.upstreams.alerting.onStream('/v1/cases/3', (request) => {
      asked++;
      request.socket.destroy();
    });
    expect(await problemOf(await call('/v1/cases/3', { method: 'POST' }))).toEqual([502, 'SERVICE.BROKE_OFF']);
    expect(asked).toBe(1);
    expect(await problemOf(await call('/v1/cases/3'))).toEqual([502, 'SERVICE.BROKE_OFF']);
    expect(asked).toBe(3);
  });

  it('passes a 503 of a service on at once', async () => {
    gateway.upstreams.alerting.on('/v1/cases/4', (_request, response) => {
      response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end('{"status":503,"code":"CATALOG.BEHIND"}');
    });
    const before = performance.now();
    expect(await problemOf(await call('/v1/cases/4'))).toEqual([503, 'CATALOG.BEHIND']);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('goes on knowing a key while the catalogue is away', async () => {
    const { catalog } = gateway.upstreams;
    await call('/v1/cases/9');
    const { port } = catalog;
    await catalog.stop();
    expect((await call('/v1/cases/9')).status).toBe(200);
    expect(await problemOf(await gateway.fetch('/v1/cases/9', { headers: { authorization: 'Bearer never-seen' } }))).toEqual([503, 'AUTH.UNAVAILABLE']);
    await catalog.listen(port);
  });

  it('sends no answer that a browser could take for something else, or keep', async () => {
    const { headers } = await call('/v1/units');
    expect(['x-content-type-options', 'referrer-policy', 'cache-control'].map((name) => headers.get(name))).toEqual(['nosniff', 'same-origin', 'no-store']);
  });

  it('declares of each of its routes whom it is for', () => {
    expect(undeclaredRoutes(gateway.app)).toEqual([]);
    const open = declaredRoutes(gateway.app).filter(({ access, method }) => method === 'GET' && access && 'public' in access).map(({ url }) => url);
    expect([...new Set(open)].sort()).toEqual([
      '/*', '/auth/callback', '/auth/login', '/auth/logout', '/docs', '/docs/docs.css', '/docs/docs.js', '/health/live', '/health/ready', '/o', '/o/*', '/openapi.json', '/r', '/r/*', '/sandbox', '/sandbox/*', '/u', '/u/*', '/v1/callbacks', '/v1/callbacks/*',
    ].sort());
  });
});
