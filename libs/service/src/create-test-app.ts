import type { Jwks, Principal } from '@candor/identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApp } from './build-app.ts';
import type { ServiceOptions } from './options.ts';

export interface TestAppOptions extends Omit<ServiceOptions, 'config'> {
  /** From `scratch(...)`: the keys the app trusts and the signature of tokens for callers. */
  tokens: { jwks: Jwks; sign(principal: Principal): Promise<string> };
  logLevel?: ServiceOptions['config']['LOG_LEVEL'];
  publicUrl?: string;
}

export interface Call {
  as?: Principal;
  /** Sent as JSON unless it is a string or bytes. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  body: any;
}

export interface TestApp {
  app: NestFastifyApplication;
  baseUrl: string;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** The same application as `runService` boots, on a free port, for integration tests. */
export async function createTestApp({ tokens, logLevel = 'silent', publicUrl = 'http://localhost:8080', ...options }: TestAppOptions): Promise<TestApp> {
  const config = { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: logLevel, PUBLIC_URL: publicUrl, TOKEN_JWKS: tokens.jwks };
  const { app } = await buildApp({ ...options, config });
  await app.listen(0, '127.0.0.1');
  if (options.consumers) await app.startAllMicroservices();
  const baseUrl = (await app.getUrl()).replace('[::1]', '127.0.0.1');

  const call = async (method: string, path: string, { as, body, headers = {} }: Call = {}): Promise<Answer> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(as ? { authorization: `Bearer ${await tokens.sign(as)}` } : {}),
        ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : text };
  };
  return { app, baseUrl, call, close: () => app.close() };
}
