import { HeaderBlock, type IncomingRecord } from '../kafka/index.ts';
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

/** Whether the record says this of itself; asked of every record, so without making texts and numbers of what it says. */
export function isNumberedAs({ headers }: IncomingRecord, generation: string, number: string): boolean {
  return headers instanceof HeaderBlock && headers.says(HEADER.sequence, number) && headers.says(HEADER.generation, generation);
}
