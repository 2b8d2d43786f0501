import { createRequire } from 'node:module';
import { HeaderBlock } from './header-block.ts';

interface Decoder {
  buffer: Buffer;
  offset: number;
}
type Reader = (decoder: Decoder) => unknown;

let applied = false;

/**
 * kafkajs 2.2.4 copies the object of a record's headers once for every header (with ours, a third of all the time that scoring took). It reads
 * headers as the last part of a record, by this one method: there it gets an object that reads them when asked.
 */
export function remedyHeaders(): void {
  if (applied) return;
  applied = true;
  const require = createRequire(import.meta.url);
  const { prototype } = require('kafkajs/src/protocol/decoder.js') as { prototype: { readVarIntArray(this: Decoder, reader: Reader): unknown } };
  const readHeader = require('kafkajs/src/protocol/recordBatch/header/v0/decoder.js') as Reader;
  const readVarIntArray = prototype.readVarIntArray;
  prototype.readVarIntArray = function (this: Decoder, reader: Reader): unknown {
    if (reader !== readHeader) return readVarIntArray.call(this, reader);
    const block = new HeaderBlock(this.buffer, this.offset);
    return { reduce: () => block };
  };
}
