import type { IncomingRecord } from '../kafka/index.ts';
import { HEADER, headerOf } from './headers.ts';

/** A record's place in its partition's history, given when it was written. */
export interface Numbering {
  generation: string;
  number: bigint;
}

const DECIMAL = /^[1-9][0-9]{0,17}$/;

/** @returns null if the record carries no usable number. */
export function numberingOf(record: IncomingRecord): Numbering | null {
  const generation = headerOf(record, HEADER.generation);
  const sequence = headerOf(record, HEADER.sequence);
  if (!generation || sequence === undefined || !DECIMAL.test(sequence)) return null;
  return { generation, number: BigInt(sequence) };
}
