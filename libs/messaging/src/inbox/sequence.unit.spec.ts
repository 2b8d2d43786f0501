import { createRequire } from 'node:module';
import { interactionTopic, replyTopic, responseTopic, wordsTopic, type TopicDeclaration } from '@candor/contracts';
import { HeaderBlock, type IncomingRecord } from '../kafka/index.ts';
import type { Position } from './batch.ts';
import { screen } from './sequence.ts';

const A = '0198-a';
const B = '0199-b';

type Headers = Record<string, Buffer>;
const require = createRequire(import.meta.url);
const Encoder = require('kafkajs/src/protocol/encoder.js') as new () => { writeVarInt(value: number): void; writeVarIntString(text: string): void; writeVarIntBytes(bytes: Buffer): void; buffer: Buffer };

/** As they come from Kafka. */
function asBytes(headers: Headers): HeaderBlock {
  const encoder = new Encoder();
  encoder.writeVarInt(Object.keys(headers).length);
  for (const [name, value] of Object.entries(headers)) {
    encoder.writeVarIntString(name);
    encoder.writeVarIntBytes(value);
  }
  return new HeaderBlock(encoder.buffer, 0);
}

/** Of each test. */
let form: (headers: Headers) => Headers | HeaderBlock;
const record = (offset: number, number?: number | string, generation = A): IncomingRecord => ({
  key: null, value: null, offset: String(offset), timestamp: '0',
  headers: form(number === undefined ? {} : { ce_sequence: Buffer.from(String(number)), ce_generation: Buffer.from(generation) }),
});
const start: Position = { next: 0n, generation: null, number: null };
const at = (next: bigint, number: bigint, generation = A): Position => ({ next, number, generation });
const offsets = (topic: TopicDeclaration, from: Position, ...records: IncomingRecord[]) => {
  const { fresh, duplicates, to, stop } = screen(topic, from, records);
  return { fresh: fresh.map(({ offset }) => Number(offset)), duplicates, to, stop: stop?.reason, resume: stop?.resume };
};

describe.each([['parsed', (headers: Headers) => headers], ['as bytes', asBytes]])('with headers %s', (_, given) => {
  beforeAll(() => { form = given; });

  describe('a fact topic', () => {
    test('dense numbers pass, from the very first', () => {
      expect(offsets(responseTopic, start, record(0, 1), record(1, 2))).toEqual({ fresh: [0, 1], duplicates: 0, to: at(2n, 2n), stop: undefined, resume: undefined });
    });

    test('numbers larger than a double can tell apart are told apart', () => {
      const large = 2n ** 53n;
      expect(offsets(responseTopic, at(5n, large), record(5, String(large + 1n)), record(6, String(large + 1n)), record(7, String(large + 2n)))).toMatchObject({ fresh: [5, 7], duplicates: 1, to: at(8n, large + 2n), stop: undefined });
      expect(offsets(responseTopic, at(5n, large - 2n), record(5, String(large - 1n)), record(6, String(large + 1n))).stop).toContain(`${large} is missing`);
    });

    test('what was sent twice is dropped, wherever it stands', () => {
      const all = [record(5, 6), record(6, 7), record(7, 6), record(8, 7), record(9, 8), record(10, 1)];
      expect(offsets(responseTopic, at(5n, 5n), ...all)).toEqual({ fresh: [5, 6, 9], duplicates: 3, to: at(11n, 8n), stop: undefined, resume: undefined });
    });

    test('so it is with what one service hands over to another', () => {
      expect(offsets(replyTopic, at(5n, 5n), record(5, 5), record(6, 7))).toMatchObject({ fresh: [], duplicates: 1, stop: expect.stringContaining('6 is missing') });
    });

    test('a gap stops before the record that shows it', () => {
      const { fresh, to, stop, resume } = offsets(responseTopic, at(5n, 5n), record(5, 6), record(6, 8), record(7, 9));
      expect({ fresh, to }).toEqual({ fresh: [5], to: at(6n, 6n) });
      expect(stop).toContain('7 is missing');
      // Accepted, it goes on with the very record.
      expect(offsets(responseTopic, resume!, record(6, 8), record(7, 9))).toMatchObject({ fresh: [6, 7], stop: undefined });
    });

    test('a topic that does not begin with number 1 has lost its beginning', () => {
      expect(offsets(responseTopic, start, record(100, 101)).stop).toContain('1 is missing');
    });

    test('an unknown generation stops, even where its numbers fit', () => {
      expect(offsets(responseTopic, at(5n, 5n), record(5, 6, B)).stop).toContain('generation 0199-b is unknown, read so far: 0198-a, and begins with number 6');
      const { stop, resume } = offsets(responseTopic, at(5n, 5n), record(5, 1, B));
      expect(stop).toMatch(/generation 0199-b is unknown, read so far: 0198-a$/);
      expect(offsets(responseTopic, resume!, record(5, 1, B), record(6, 3, B))).toMatchObject({ fresh: [5], stop: expect.stringContaining('2 is missing') });
    });

    test('a record without a usable number passes for the parser to refuse, and counts for nothing', () => {
      expect(offsets(responseTopic, at(5n, 5n), record(5), record(6, '007'), record(7, 6))).toEqual({ fresh: [5, 6, 7], duplicates: 0, to: at(8n, 6n), stop: undefined, resume: undefined });
    });
  });

  describe('a state topic', () => {
    test('compaction leaves gaps, and they are no loss', () => {
      expect(offsets(wordsTopic, start, record(4, 5), record(9, 10))).toEqual({ fresh: [4, 9], duplicates: 0, to: at(10n, 10n), stop: undefined, resume: undefined });
    });

    test('only higher numbers pass', () => {
      expect(offsets(wordsTopic, at(10n, 10n), record(10, 9), record(11, 10), record(12, 12))).toMatchObject({ fresh: [12], duplicates: 2 });
    });

    test('a later generation goes on, an earlier one is over', () => {
      expect(offsets(wordsTopic, at(10n, 10n), record(10, 1, B), record(11, 11, A), record(12, 2, B))).toEqual({ fresh: [10, 12], duplicates: 1, to: at(13n, 2n, B), stop: undefined, resume: undefined });
    });
  });

  test('an inbound topic is not numbered: everything passes', () => {
    expect(offsets(interactionTopic, start, record(3), record(4, 9), record(5, 9))).toEqual({ fresh: [3, 4, 5], duplicates: 0, to: { next: 6n, generation: null, number: null }, stop: undefined, resume: undefined });
  });
});
