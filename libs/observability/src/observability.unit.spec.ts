import { createLogger, metrics, ReadinessRegistry, registry, runWithCorrelation } from './index.ts';

function logging(): { logger: ReturnType<typeof createLogger>; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  const logger = createLogger('catalog', 'debug', { write: (line: string) => void written.push(line) });
  return { logger, lines: () => written.map((line) => JSON.parse(line)), text: () => written.join('') };
}

describe('the log', () => {
  it('names the service, and the correlation of whatever caused the line, across awaits', async () => {
    const { logger, lines } = logging();
    await runWithCorrelation('trace-1', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      logger.info('inside');
    });
    logger.info('outside');
    expect(lines()).toEqual([
      expect.objectContaining({ service: 'catalog', level: 'info', correlation: 'trace-1', msg: 'inside' }),
      expect.not.objectContaining({ correlation: expect.anything() }),
    ]);
  });

  it.each([
    ['headers', { headers: { authorization: 'Bearer hunter2-hunter2', cookie: 'session=hunter2' } }],
    ['headers of a request', { req: { headers: { authorization: 'Basic aHVudGVyMg==', cookie: 'session=hunter2', 'set-cookie': 'hunter2' } } }],
    ['known secrets', { password: 'hunter2', secret: 'hunter2', person: { email: 'hunter2@example.com', phone: '+hunter2' }, token: 'hunter2' }],
    ['an address in a nested value', { deep: { deeper: { deepest: { note: 'write to hunter2@example.co.il, please' } } } }],
    ['an error', { err: new Error('user hunter2@example.com exists') }],
    ['the token in a URL', { url: '/r/hunter2hunter2?score=9' }],
    ['an API key anywhere', { text: 'key ck_hunter2hunter2hunter2 given' }],
    ['a signed token anywhere', { text: 'got eyJhbGciOi.eyJodW50ZXIy.hunter2' }],
  ])('holds no credentials and no addresses: %s', (_what, entry) => {
    const { logger, lines, text } = logging();
    logger.info(entry, 'seen');
    expect(text()).not.toContain('hunter2');
    expect(text()).not.toContain('aHVudGVyMg');
    expect(lines()).toEqual([expect.objectContaining({ msg: 'seen' })]);
  });

  it('keeps the message readable around an address', () => {
    const { logger, lines } = logging();
    logger.info('mail for dana@example.com delivered');
    expect(lines()[0]!.msg).toBe('mail for [email] delivered');
  });
});

describe('readiness', () => {
  it('is there when every check is, and otherwise names each that is not', async () => {
    const readiness = new ReadinessRegistry();
    readiness.add('database', () => undefined);
    expect(await readiness.check()).toEqual({ ready: true, checks: { database: 'ok' } });
    readiness.add('kafka', () => 'no broker answers');
    readiness.add('redis', () => Promise.reject(new Error('refused')));
    expect(await readiness.check()).toEqual({ ready: false, checks: { database: 'ok', kafka: 'no broker answers', redis: 'refused' } });
  });

  it('does not wait for a check that hangs', async () => {
    const readiness = new ReadinessRegistry();
    readiness.add('database', () => new Promise(() => undefined));
    expect(await readiness.check(20)).toEqual({ ready: false, checks: { database: 'no answer within 20 ms' } });
  });
});

describe('metrics', () => {
  it('are one per name, however often a module asks', async () => {
    metrics.counter('test_total', 'A test', ['kind']).labels('a').inc();
    metrics.counter('test_total', 'A test', ['kind']).labels('a').inc();
    expect(await registry.getSingleMetricAsString('test_total')).toContain('test_total{kind="a"} 2');
  });
});
