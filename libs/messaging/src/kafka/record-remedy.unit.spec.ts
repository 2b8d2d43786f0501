import { createRequire } from 'node:module';
import fc from 'fast-check';
import { recordEncoder, type RecordEncoder, type RecordFields } from './record-remedy.ts';

const original = createRequire(import.meta.url)('kafkajs/src/protocol/recordBatch/record/v0/index.js') as RecordEncoder;
const ours = recordEncoder(() => {
  throw new Error('the original was asked');
});
const text = fc.string({ unit: 'binary', maxLength: 300 }).map((given) => given.toWellFormed());
const bytes = fc.oneof(text, fc.uint8Array({ maxLength: 300 }).map((given) => Buffer.from(given)));

describe('a record', () => {
  it('is written byte for byte as kafkajs writes it', () => {
    const record: fc.Arbitrary<RecordFields> = fc.record({
      offsetDelta: fc.nat(), timestampDelta: fc.integer(), key: fc.option(bytes), value: fc.option(bytes), headers: fc.dictionary(text.filter((name) => name !== '__proto__'), bytes),
    });
    fc.assert(fc.property(record, (fields) => {
      expect(ours(fields).buffer.equals(original(fields).buffer)).toBe(true);
    }), { numRuns: 1000 });
  });

  it('may be as large as anything that is published', () => {
    const fields = { offsetDelta: 70_000, key: 'k', value: 'é'.repeat(450_000), headers: { a: '' } };
    expect(ours(fields).buffer.equals(original(fields).buffer)).toBe(true);
  });

  it('with what ours does not write is left to kafkajs', () => {
    for (const fields of [{ key: null, value: null, timestampDelta: 2 ** 40 }, { key: null, value: null, headers: { a: ['1', '2'] } }]) {
      expect(recordEncoder(original)(fields).buffer.equals(original(fields).buffer)).toBe(true);
      expect(() => ours(fields)).toThrow('the original was asked');
    }
  });
});
