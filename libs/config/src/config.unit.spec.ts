import { z } from 'zod';
import { ConfigError, httpUrl, json, parseConfig, serviceConfig } from './index.ts';

const complete = {
  DATABASE_URL: 'postgres://candor_catalog:s3cret@localhost/candor',
  KAFKA_BROKERS: 'a:9092, b:9092',
  REDIS_URL: 'redis://localhost',
  PUBLIC_URL: 'http://localhost:8080/',
  TOKEN_JWKS: '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"abc"}]}',
};

const errorOf = (schema: z.ZodObject, env: NodeJS.ProcessEnv): ConfigError => {
  try {
    parseConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('the configuration of a service', () => {
  it('comes out parsed, with defaults, and cannot be changed', () => {
    const config = parseConfig(z.object(serviceConfig), complete);
    expect(config).toMatchObject({ PORT: 0, HOST: '127.0.0.1', LOG_LEVEL: 'info', TOPIC_PREFIX: '', KAFKA_BROKERS: ['a:9092', 'b:9092'], PUBLIC_URL: 'http://localhost:8080' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('leaves out what the schema does not name', () => {
    expect(parseConfig(z.object({ A: z.string() }), { A: 'x', B: 'y' })).toEqual({ A: 'x' });
  });

  it('names every variable that is missing, an empty one too', () => {
    const error = errorOf(z.object(serviceConfig), { ...complete, DATABASE_URL: undefined, REDIS_URL: '' });
    expect(error.variables).toEqual(['DATABASE_URL', 'REDIS_URL']);
    expect(error.message).toBe('Configuration: DATABASE_URL is not set; REDIS_URL is not set');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'https'],
    ['LOG_LEVEL', 'hunter2'],
    ['PUBLIC_URL', 'ftp://user:hunter2@files'],
    ['TOKEN_JWKS', '{"keys":"hunter2"'],
    ['TOKEN_JWKS', '{"keys":[{"x":"hunter2"}]}'],
  ])('says that %s is wrong without showing its value', (variable, value) => {
    const error = errorOf(z.object(serviceConfig), { ...complete, [variable]: value });
    expect(error.variables).toEqual([variable]);
    expect(error.message).not.toContain('hunter2');
    expect(error.message).not.toContain(value);
  });

  it('hides a value even where a schema of its own repeats it in a message', () => {
    const careless = z.object({ SECRET: z.string().refine(() => false, { error: (issue) => `"${String(issue.input)}" is no good` }) });
    expect(errorOf(careless, { SECRET: 'hunter2' }).message).toBe('Configuration: SECRET is not valid');
  });

  it('offers shapes for addresses and JSON', () => {
    expect(httpUrl.safeParse('localhost:8080').success).toBe(false);
    expect(json(z.object({ a: z.number() })).parse('{"a":1}')).toEqual({ a: 1 });
  });
});
