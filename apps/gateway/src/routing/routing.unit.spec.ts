import { mergeOpenApi, type OpenApi } from '../docs/merge-openapi.ts';
import { PROXIED, type Upstream } from './routes.ts';
import { upstreamProblem } from './upstream-error.ts';

const failure = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });

describe('the routes of the front door', () => {
  it('lead nowhere but to what is promised outside: nothing internal, no operator page', () => {
    for (const { prefix, rewrite } of PROXIED) {
      expect(prefix).toMatch(/^\/(v1\/[a-z-]+(\/[a-z]+)?|odata|r|u|o|sandbox)$/);
      expect(rewrite ?? prefix).not.toMatch(/internal|metrics|health/);
    }
  });
  it('are open to anybody only where a token in the link or a signature is the right, and for the sandbox', () => {
    expect(PROXIED.filter((route) => route.public !== undefined).map(({ prefix }) => prefix)).toEqual(['/v1/callbacks', '/u', '/o', '/r', '/sandbox']);
  });
});

describe('a service that does not answer', () => {
  it.each([
    ['was not there', failure('FST_REPLY_FROM_INTERNAL_SERVER_ERROR', failure('ECONNREFUSED')), 503, 'SERVICE.AWAY'],
    ['was not there under any address', failure('x', new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')])), 503, 'SERVICE.AWAY'],
    ['took no connection', failure('UND_ERR_CONNECT_TIMEOUT'), 503, 'SERVICE.AWAY'],
    ['took too long', failure('FST_REPLY_FROM_GATEWAY_TIMEOUT', failure('UND_ERR_HEADERS_TIMEOUT')), 504, 'SERVICE.SLOW'],
    ['broke off', failure('UND_ERR_SOCKET'), 502, 'SERVICE.BROKE_OFF'],
    ['did something else', new Error('?'), 502, 'SERVICE.BROKE_OFF'],
  ])('because it %s is told apart', (_what, error, status, code) => expect(upstreamProblem('catalog', error)).toMatchObject({ status, code }));
});

describe('the merged document', () => {
  const document = (paths: Record<string, unknown>, components?: OpenApi['components']): OpenApi => ({ openapi: '3.0.0', info: { title: 'x', version: '1' }, paths, ...(components ? { components } : {}) });

  it('holds what the gateway passes on, under the address it has outside, and nothing else', () => {
    const merged = mergeOpenApi(new Map<Upstream, OpenApi>([
      ['catalog', document({ '/v1/units/{key}': { put: { summary: 'Put' } }, '/internal/principals': { post: {} }, '/v1/dead-letters/{id}': { get: {} }, '/v1/unitsextra': { get: {} } })],
      ['scoring', document({ '/v1/dead-letters': { get: {} }, '/v1/scores': { get: {} } })],
    ]), 'https://candor.example');
    expect(Object.keys(merged.paths).sort()).toEqual(['/v1/dead-letters/catalog/{id}', '/v1/dead-letters/scoring', '/v1/units/{key}']);
    expect(merged.paths['/v1/units/{key}']).toEqual({ put: { summary: 'Put', tags: ['catalog'] } });
    expect(merged['servers']).toEqual([{ url: 'https://candor.example' }]);
  });

  it('gives operations that all services have an id of their own each', () => {
    const letters = document({ '/v1/dead-letters': { get: { operationId: 'list' } } });
    const merged = mergeOpenApi(new Map<Upstream, OpenApi>([['catalog', letters], ['scoring', letters]]), 'https://candor.example');
    expect(Object.values(merged.paths).map((path) => (path as { get: { operationId: string } }).get.operationId)).toEqual(['catalog_list', 'scoring_list']);
  });

  it('keeps the schemas of all services and one way to give a key', () => {
    const merged = mergeOpenApi(new Map<Upstream, OpenApi>([
      ['catalog', document({}, { schemas: { Unit: {} }, securitySchemes: { other: {} } })],
      ['alerting', document({}, { schemas: { Case: {} } })],
    ]), 'https://candor.example');
    expect(merged.components).toEqual({ schemas: { Unit: {}, Case: {} }, securitySchemes: { key: expect.anything() } });
  });
});
