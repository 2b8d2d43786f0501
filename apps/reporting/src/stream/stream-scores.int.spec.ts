import type { Principal, Signer } from '@candor/identity';
import { eventually } from '@candor/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contribution } from '../../test/answers.ts';
import { Scoring } from '../../test/scoring.ts';
import { analyst, person, Reporting } from '../../test/start-reporting.ts';

interface Heard { event: string; id?: string; data: { unit?: string; touchpoint?: string } }

/** A reader of the stream that keeps what it hears. */
class Listener {
  readonly heard: Heard[] = [];
  ended = false;
  readonly #abort = new AbortController();

  static async open(as: Principal, query = '', lastEventId?: string): Promise<Listener> {
    const listener = new Listener();
    const headers: Record<string, string> = { authorization: `Bearer ${await reporting.place.tokens.sign(as)}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
    const response = await fetch(`${reporting.app.baseUrl}/v1/scores/stream${query}`, { headers, signal: listener.#abort.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    void listener.#read(response).catch(() => undefined).finally(() => { listener.ended = true; });
    await eventually('ready', async () => listener.heard.some(({ event }) => event === 'ready'));
    return listener;
  }

  units(): string[] {
    return [...new Set(this.heard.flatMap(({ event, data }) => (event === 'score' && data.unit ? [data.unit] : [])))].sort();
  }

  get lastId(): string | undefined {
    return this.heard.findLast(({ id }) => id !== undefined)?.id;
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(response: Response): Promise<void> {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
        if (fields['event']) this.heard.push({ event: fields['event'], data: JSON.parse(fields['data']!), ...(fields['id'] ? { id: fields['id'] } : {}) });
      }
    }
  }
}

let reporting: Reporting;
const scoring = new Scoring();
const answer = (id: string, unit: string, more: Parameters<typeof contribution>[2] = {}) => reporting.score(...scoring.answer(id, null, contribution(unit, 9, more)).changed());
beforeAll(async () => { reporting = await Reporting.start(); });
afterAll(() => reporting.close());

test('a new answer is told of its unit and of all above it, to whoever may see them', async () => {
  const [everybody, north, eilat] = await Promise.all([Listener.open(analyst()), Listener.open(person('manager', ['north'])), Listener.open(person('agent', ['eilat']))]);
  await answer('one', 'haifa');
  await eventually('told', async () => everybody.units().length === 3 && north.units().length === 2);
  expect([everybody.units(), north.units(), eilat.units()]).toEqual([['bank', 'haifa', 'north'], ['haifa', 'north'], []]);
  for (const listener of [everybody, north, eilat]) listener.close();
});

test('who comes back hears what has changed meanwhile, once, and nothing from before', async () => {
  const first = await Listener.open(analyst(), '?touchpoint=visit');
  await answer('two', 'haifa');
  await eventually('told', async () => first.units().length === 3 && first.lastId !== undefined);
  first.close();
  await answer('three', 'eilat');
  await answer('four', 'eilat');
  const again = await Listener.open(analyst(), '?touchpoint=visit', first.lastId);
  await eventually('told', async () => again.units().length === 3);
  expect(again.heard.filter(({ event }) => event === 'score').map(({ data }) => data.unit).sort()).toEqual(['bank', 'eilat', 'south']);
  again.close();
});

test('a number from another life of the database asks to read everything again', async () => {
  const listener = await Listener.open(analyst(), '', '999999999');
  await eventually('told', async () => listener.heard.some(({ event }) => event === 'reset'));
  listener.close();
});

test('what was not asked for, and anonymous programmes, are not told', async () => {
  const listener = await Listener.open(analyst(), '?unit=north&touchpoint=visit');
  const voices = await Listener.open(analyst());
  await answer('five', 'eilat');
  await answer('six', 'haifa', { touchpoint: 'support' });
  await answer('seven', 'haifa', { programme: 'voices', touchpoint: 'whisper' });
  await answer('eight', 'haifa');
  await eventually('told', async () => listener.units().length === 1);
  expect(listener.heard.filter(({ event }) => event === 'score').every(({ data }) => data.unit === 'north' && data.touchpoint === 'visit')).toBe(true);
  expect(voices.heard.some(({ data }) => data.touchpoint === 'whisper')).toBe(false);
  listener.close();
  voices.close();
  const refused = await reporting.get('/v1/scores/stream?unit=eilat', person('agent', ['haifa']));
  expect(refused.status).toBe(403);
});

test('it ends with the token', async () => {
  const headers = { authorization: `Bearer ${await (reporting.place.tokens.sign as Signer)(analyst(), { ttl: 2 })}` };
  const began = performance.now();
  const response = await fetch(`${reporting.app.baseUrl}/v1/scores/stream`, { headers });
  await response.text();
  expect(performance.now() - began).toBeLessThan(4000);
});

test('whoever asks for the headers alone has them at once', async () => {
  const headers = { authorization: `Bearer ${await reporting.place.tokens.sign(analyst())}` };
  const answer = await fetch(`${reporting.app.baseUrl}/v1/scores/stream`, { method: 'HEAD', headers, signal: AbortSignal.timeout(3000) });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
});
