import { Module } from '@nestjs/common';
import { newSigningKey } from '@candor/identity';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './build-app.ts';
import { shutDown } from './shutdown.ts';

@Module({})
class EmptyModule {}

const open = { access: { public: 'a test' } };

/** @param closing what the server waits for when it closes */
async function start(closing: Promise<void> = Promise.resolve()) {
  const { jwks } = await newSigningKey();
  const built = await buildApp({
    name: 'test', module: EmptyModule, config: { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost', TOKEN_JWKS: jwks },
    configure: (app) => {
      const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      fastify.addHook('onClose', () => closing);
      fastify.get('/slow', { config: open }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { done: true };
      });
      fastify.get('/stream', { config: open }, (_request, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      });
    },
  });
  await built.app.listen(0, '127.0.0.1');
  return { ...built, url: await built.app.getUrl() };
}

describe('a service that is told to end', () => {
  it('finishes the requests it has', async () => {
    const { app, logger, url } = await start();
    const slow = fetch(`${url}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = performance.now();
    const ended = shutDown(app, logger);
    expect(await (await slow).json()).toEqual({ done: true });
    expect(await ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(3000);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });

  it('does not wait for streams, which would never end', async () => {
    const { app, logger, url } = await start();
    const stream = await fetch(`${url}/stream`);
    const reader = stream.body!.getReader();
    await reader.read();
    const before = performance.now();
    expect(await shutDown(app, logger, 200)).toBe(0);
    expect(performance.now() - before).toBeLessThan(3000);
    await expect(reader.read()).rejects.toThrow();
  });

  it('gives up, and says so by its exit code, when something does not let it', async () => {
    const stuck = Promise.withResolvers<void>();
    const { app, logger } = await start(stuck.promise);
    expect(await shutDown(app, logger, 50, 100)).toBe(1);
    stuck.resolve();
    await app.close();
  });
});
