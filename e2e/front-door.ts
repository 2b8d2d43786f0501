import { setTimeout as pause } from 'node:timers/promises';

/** What came back: `body` is parsed where it is JSON, otherwise the text. */
export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  body: any;
}

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  /** null calls without a key. */
  key?: string | null;
}

/** The platform as an integrator sees it: one address and one key. */
export class FrontDoor {
  readonly url: string;
  readonly apiKey: string;

  constructor(url: string, key: string) {
    this.url = url;
    this.apiKey = key;
  }

  async call(method: string, path: string, { body, headers = {}, key = this.apiKey }: Call = {}): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof URLSearchParams;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text };
  }

  get(path: string, call?: Call): Promise<Answer> {
    return this.call('GET', path, call);
  }

  post(path: string, body: unknown, call: Call = {}): Promise<Answer> {
    return this.call('POST', path, { ...call, body });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.call('PUT', path, { body });
  }

  /** Many answers in one request. */
  ndjson(lines: readonly object[]): Promise<Answer> {
    return this.post('/v1/responses', lines.map((line) => JSON.stringify(line)).join('\n'), { headers: { 'content-type': 'application/x-ndjson' } });
  }

  interaction(id: string, data: object): Promise<Answer> {
    const event = { specversion: '1.0', id, source: '/e2e', type: 'com.candor.interaction.v1', time: new Date().toISOString(), data };
    return this.post('/v1/interactions', event, { headers: { 'content-type': 'application/cloudevents+json' } });
  }

  async scores(query: string): Promise<Answer['body']> {
    const { status, body } = await this.get(`/v1/scores?${query}`);
    if (status !== 200) throw new Error(`GET /v1/scores?${query} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}

/** Asks until the answer is there, and says what it was when it never came. */
export async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean, seconds = 45): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: T | undefined;
  let fault: unknown;
  while (Date.now() < end) {
    try {
      last = await ask();
      fault = undefined;
      if (holds(last)) return last;
    } catch (error) {
      fault = error;
    }
    await pause(50);
  }
  throw new Error(`did not come true within ${seconds} s; last: ${JSON.stringify(last)?.slice(0, 1000)}`, { cause: fault });
}
