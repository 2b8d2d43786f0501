import { createRequire } from 'node:module';
import { HeaderBlock } from './header-block.ts';

const require = createRequire(import.meta.url);
const Encoder = require('kafkajs/src/protocol/encoder.js') as new () => { writeVarInt(value: number): void; writeVarIntString(text: string): void; writeVarIntBytes(bytes: Buffer | null): void; buffer: Buffer };

/** As the client encodes them, somewhere in the middle of other bytes. */
function block(...headers: [string, string | null][]): HeaderBlock {
  const encoder = new Encoder();
  encoder.writeVarIntString('what comes before');
  const start = encoder.buffer.length;
  encoder.writeVarInt(headers.length);
  for (const [name, value] of headers) {
    encoder.writeVarIntString(name);
    encoder.writeVarIntBytes(value === null ? null : Buffer.from(value));
  }
  return new HeaderBlock(encoder.buffer, start);
}

test('finds each header by its name, however long its value', () => {
  const long = 'שלום'.repeat(5000);
  const headers = block(['ce_id', '1'], ['ce_ie', '2'], ['long', long], ['empty', ''], ['none', null], ['last', 'z']);
  expect(['ce_id', 'ce_ie', 'long', 'empty', 'none', 'last', 'ce_i', 'absent'].map((name) => headers.find(name))).toEqual(['1', '2', long, '', undefined, 'z', undefined, undefined]);
  expect(headers.entries()).toEqual([['ce_id', '1'], ['ce_ie', '2'], ['long', long], ['empty', ''], ['none', ''], ['last', 'z']]);
});

test('of a header that is repeated the last one counts, and none are none', () => {
  expect(block(['a', '1'], ['a', '2']).find('a')).toBe('2');
  expect(block().find('a')).toBeUndefined();
});

test('says whether a header is a text exactly', () => {
  const long = 'x'.repeat(300);
  const headers = block(['ce_sequence', '12'], ['ce_generation', 'a-b'], ['long', long], ['none', null], ['empty', ''], ['twice', '1'], ['twice', '2'], ['gone', '1'], ['gone', null]);
  for (const [name, value] of [['ce_sequence', '12'], ['ce_generation', 'a-b'], ['long', long], ['empty', ''], ['twice', '2']] as const) expect(headers.says(name, value)).toBe(true);
  for (const [name, value] of [['ce_sequence', '1'], ['ce_sequence', '13'], ['ce_sequence', '22'], ['ce_sequence', '123'], ['ce_sequence', ''], ['long', `${long}x`], ['none', ''], ['twice', '1'], ['gone', '1'], ['absent', ''], ['ce_sequenc', '12']] as const) {
    expect(headers.says(name, value)).toBe(false);
  }
});
