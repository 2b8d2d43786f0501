import { chooseMode } from './choose-mode.ts';

const ADDRESSES = { KAFKA_BROKERS: 'broker:9092', DATABASE_URL: 'postgres://admin@db/postgres', REDIS_URL: 'redis://cache' };
const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);
const notAsked = (): Promise<boolean> => Promise.reject(new Error('Docker was asked'));

test('addresses from the environment come before Docker, which is not even asked', async () => {
  expect(await chooseMode(ADDRESSES, notAsked)).toEqual({
    mode: 'external', addresses: { kafkaBrokers: 'broker:9092', databaseAdminUrl: 'postgres://admin@db/postgres', redisUrl: 'redis://cache' },
  });
});

test('a Docker engine that answers comes before native servers', async () => {
  expect(await chooseMode({}, yes)).toEqual({ mode: 'docker' });
  expect(await chooseMode({}, no)).toEqual({ mode: 'native' });
});

test('some addresses without the others are not used, and it is said which are missing', async () => {
  const { mode, note } = await chooseMode({ KAFKA_BROKERS: 'broker:9092' }, no);
  expect(mode).toBe('native');
  expect(note).toBe('KAFKA_BROKERS not used: DATABASE_URL and REDIS_URL would be needed too');
});

test('CANDOR_STACK overrides what could be had', async () => {
  expect((await chooseMode({ ...ADDRESSES, CANDOR_STACK: 'native' }, notAsked)).mode).toBe('native');
  expect((await chooseMode({ ...ADDRESSES, CANDOR_STACK: 'docker' }, yes)).mode).toBe('docker');
  expect((await chooseMode({ ...ADDRESSES, CANDOR_STACK: 'external' }, notAsked)).mode).toBe('external');
});

test.each([
  [{ CANDOR_STACK: 'docker' }, 'no Docker engine answers'],
  [{ CANDOR_STACK: 'external', REDIS_URL: 'redis://cache' }, 'give KAFKA_BROKERS and DATABASE_URL too'],
  [{ CANDOR_STACK: 'podman' }, 'external, docker, native'],
])('what CANDOR_STACK asks for and cannot be had is refused with a remedy, never replaced: %j', async (env, message) => {
  await expect(chooseMode(env, no)).rejects.toThrow(message);
});

test('an empty variable counts as absent', async () => {
  expect(await chooseMode({ CANDOR_STACK: '', KAFKA_BROKERS: '', DATABASE_URL: '', REDIS_URL: '' }, no)).toEqual({ mode: 'native' });
});
