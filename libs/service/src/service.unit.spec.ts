import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, declaredRoutes, Describe, parseBody, Public, Requires, undeclaredRoutes } from '@candor/http';
import { createSigner, newSigningKey, type Principal } from '@candor/identity';
import { LOGGER, ReadinessRegistry } from '@candor/observability';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { buildApp } from './build-app.ts';

const shop = z.object({ name: z.string(), address: z.object({ street: z.string() }).optional() });

@Controller()
class ShopController {
  @Get('/open')
  @Public('a test')
  open() {
    return { open: true };
  }

  @Get('/who')
  @Requires('catalog:read')
  who(@CurrentPrincipal() principal: Principal) {
    return principal;
  }

  @Get('/records')
  @Requires('operate')
  records() {
    return { of: 'every unit' };
  }

  @Get('/forgotten')
  forgotten() {
    return { secret: true };
  }

  @Post('/shops')
  @Requires('catalog:write')
  @Describe({ summary: 'Open a shop', body: { schema: shop, example: { name: 'Haifa' } }, answers: { 201: { description: 'Opened', schema: shop, example: { name: 'Haifa' } } } })
  create(@Body() body: unknown) {
    return parseBody(shop, body);
  }

  @Post('/shops/:key/doors')
  @Requires('catalog:write')
  @Describe({ summary: 'Open its doors', answers: { 201: { description: 'Open', schema: shop, example: { name: 'Haifa' } } } })
  openDoors() {
    return { name: 'Haifa' };
  }

  @Get('/shops/:key')
  @Requires('catalog:read')
  one(@Param('key') key: string) {
    return { key };
  }

  @Get('/shops')
  @Requires('catalog:read')
  list(@Query() query: unknown) {
    return query;
  }

  @Get('/broken')
  @Public('a test')
  broken() {
    throw new Error('connection to 10.0.0.1 refused');
  }
}

@Module({ controllers: [ShopController] })
class ShopModule {}

@Module({})
class BareModule {}

const reader: Principal = { subject: 'k1', kind: 'key', name: 'Reader', scopes: ['catalog:read'], units: null, roles: [] };
const writer: Principal = { ...reader, scopes: ['catalog:write'] };

describe('a service', () => {
  let fastify: FastifyInstance;
  let app: Awaited<ReturnType<typeof buildApp>>['app'];
  let token: (principal: Principal, ttl?: number) => Promise<string>;

  beforeAll(async () => {
    const { privateJwk, jwks } = await newSigningKey();
    const sign = createSigner(privateJwk);
    token = (principal, ttl = 60) => sign(principal, { ttl });
    const config = { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent' as const, PUBLIC_URL: 'http://localhost', TOKEN_JWKS: jwks };
    ({ app } = await buildApp({ name: 'shop', config, module: ShopModule, bodyLimit: 1000 }));
    fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    await fastify.ready();
  });
  afterAll(() => app.close());

  const call = async (method: 'GET' | 'POST', url: string, options: { as?: Principal; payload?: string | object; headers?: Record<string, string> } = {}) => {
    const authorization = options.as ? { authorization: `Bearer ${await token(options.as)}` } : {};
    return fastify.inject({ method, url, headers: { ...authorization, ...options.headers }, ...(options.payload === undefined ? {} : { payload: options.payload }) });
  };

  it('serves a public route to anybody', async () => {
    const answer = await call('GET', '/open');
    expect([answer.statusCode, answer.json()]).toEqual([200, { open: true }]);
  });

  it('refuses a route that declares nothing, whoever asks, and finds it in the route table', async () => {
    const answer = await call('GET', '/forgotten', { as: writer });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'ROUTE.UNDECLARED']);
    expect(undeclaredRoutes(app)).toEqual(['GET /forgotten', 'HEAD /forgotten']);
    expect(declaredRoutes(app)).toContainEqual({ method: 'GET', url: '/who', access: { requires: ['catalog:read'] } });
  });

  it('asks for credentials with 401 in the shape of a problem', async () => {
    const answer = await call('GET', '/who');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toMatchObject({ type: 'urn:candor:problem:AUTH.REQUIRED', status: 401, code: 'AUTH.REQUIRED', title: expect.any(String), detail: expect.any(String) });
  });

  it('hands the handler the principal of the token', async () => {
    expect((await call('GET', '/who', { as: reader })).json()).toEqual(reader);
  });

  it('refuses a missing right with 403 that names it', async () => {
    const answer = await call('GET', '/who', { as: writer });
    expect([answer.statusCode, answer.json()]).toEqual([403, expect.objectContaining({ code: 'AUTH.FORBIDDEN', missing: ['catalog:read'] })]);
  });

  it('lets nobody operate who sees some units only: records are of all', async () => {
    const operator = { ...reader, scopes: ['operate'] as const, units: null } as unknown as Principal;
    expect((await call('GET', '/records', { as: operator })).statusCode).toBe(200);
    const refused = await call('GET', '/records', { as: { ...operator, units: ['haifa'] } });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'AUTH.ALL_UNITS']);
  });

  it('refuses an expired or damaged token with 401', async () => {
    const expired = await token(reader, -1);
    for (const bad of [expired, 'x.y.z', 'nonsense']) {
      const answer = await fastify.inject({ url: '/who', headers: { authorization: `Bearer ${bad}` } });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'AUTH.INVALID']);
    }
  });

  it.each([
    ['broken JSON', '{"name":', 'application/json', 400, 'BODY.NOT_JSON', 'body'],
    ['an empty body', '', 'application/json', 400, 'INPUT.INVALID', 'body'],
    ['a body that is too large', JSON.stringify({ name: 'x'.repeat(2000) }), 'application/json', 413, 'BODY.TOO_LARGE', 'body'],
    ['another content type', '<shop/>', 'application/xml', 415, 'BODY.MEDIA_TYPE', 'content-type'],
  ])('answers %s with a problem that names what is wrong', async (_what, payload, type, status, code, field) => {
    const answer = await call('POST', '/shops', { as: writer, payload, headers: { 'content-type': type } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].field]).toEqual([status, code, field]);
  });

  it('takes an action without a body, whatever its content type is called', async () => {
    const answer = await call('POST', '/shops/1/doors', { as: writer, payload: '', headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode).toBe(201);
  });

  it('names unknown fields in nested objects', async () => {
    const answer = await call('POST', '/shops', { as: writer, payload: { name: 'a', address: { street: 'b', zip: 1 }, colour: 'red' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((e: { field: string }) => e.field).sort()).toEqual(['address.zip', 'colour']);
  });

  it('refuses every query parameter where the route takes none, after asking who calls', async () => {
    for (const [method, url, as] of [['GET', '/who?colour=red', reader], ['POST', '/shops?colour=red', writer]] as const) {
      const answer = await call(method, url, { as, ...(method === 'POST' && { payload: { name: 'a' } }) });
      expect([answer.statusCode, answer.json().errors]).toEqual([400, [{ field: 'colour', message: 'is not known here' }]]);
    }
    expect((await call('GET', '/who?colour=red')).statusCode).toBe(401);
    expect((await call('GET', '/shops?colour=red', { as: reader })).json()).toEqual({ colour: 'red' });
  });

  it('refuses U+0000 in an address before anything looks it up', async () => {
    const answer = await call('GET', '/shops/a%00b', { as: reader });
    expect([answer.statusCode, answer.json().errors]).toEqual([400, [expect.objectContaining({ field: 'key' })]]);
  });

  it.each([['/shops/%zz', 400, 'REQUEST.INVALID'], [`/shops/${'a'.repeat(3000)}`, 414, 'REQUEST.URI_TOO_LONG']])('answers an address that no route can read with a problem', async (url, status, code) => {
    const answer = await call('GET', url, { as: reader });
    expect([answer.statusCode, answer.headers['content-type'], answer.json().code]).toEqual([status, 'application/problem+json; charset=utf-8', code]);
  });

  it('does not tell the caller why it failed inside', async () => {
    const answer = await call('GET', '/broken');
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'INTERNAL']);
    expect(answer.body).not.toContain('10.0.0.1');
  });

  it('answers an unknown address with 404', async () => {
    const answer = await call('GET', '/nowhere');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ROUTE.UNKNOWN']);
  });

  it('takes over a usable correlation id and makes one otherwise', async () => {
    expect((await call('GET', '/open', { headers: { 'x-correlation-id': 'trace-1' } })).headers['x-correlation-id']).toBe('trace-1');
    expect((await call('GET', '/open', { headers: { 'x-correlation-id': 'two words' } })).headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is ready when all checks are, and says what is missing otherwise', async () => {
    expect((await call('GET', '/health/ready')).statusCode).toBe(200);
    app.get(ReadinessRegistry).add('kafka', () => 'is away');
    const answer = await call('GET', '/health/ready');
    expect([answer.statusCode, answer.json().missing]).toEqual([503, ['kafka: is away']]);
  });

  it('starts without a word of error where there is no database to watch', async () => {
    const words: string[] = [];
    const config = { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'info' as const, PUBLIC_URL: 'http://localhost', TOKEN_JWKS: (await newSigningKey()).jwks };
    const bare = await buildApp({ name: 'bare', config, module: BareModule, logTo: { write: (line) => void words.push(line) } });
    await bare.app.close();
    expect(words).toEqual([]);
  });

  it('documents its routes with their examples', async () => {
    const { paths } = (await call('GET', '/internal/openapi.json')).json();
    expect(paths['/shops'].post.requestBody.content['application/json'].schema).toMatchObject({ example: { name: 'Haifa' }, required: ['name'] });
    expect(paths['/shops'].post.responses['201'].content['application/json'].example).toEqual({ name: 'Haifa' });
  });

  it('gives modules its logger', () => expect(app.get(LOGGER)).toHaveProperty('info'));

  it('serves metrics by route', async () => {
    expect((await call('GET', '/metrics')).body).toContain('http_request_duration_seconds_count{method="GET",route="/open",status="200"}');
  });
});
