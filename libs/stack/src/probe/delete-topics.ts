import { exchange } from './socket-exchange.ts';

const TIMEOUT_MS = 15_000;

const int16 = (value: number): Buffer => { const bytes = Buffer.alloc(2); bytes.writeInt16BE(value); return bytes; };
const int32 = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeInt32BE(value); return bytes; };
const text = (value: string): Buffer => Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)]);

/**
 * Deletes topics with one raw request (DeleteTopics, key 20, version 1): what tests leave behind must go without a Kafka client.
 * Topics that do not exist are no error. @returns false if no broker answered.
 */
export async function deleteTopics(brokers: string, topics: readonly string[]): Promise<boolean> {
  const body = Buffer.concat([
    int16(20), int16(1), int32(1), text('candor-testing'), int32(topics.length), ...topics.map(text), int32(TIMEOUT_MS),
  ]);
  const { hostname, port } = new URL(`kafka://${brokers.split(',')[0]}`);
  return (await exchange(hostname, Number(port), Buffer.concat([int32(body.length), body]), TIMEOUT_MS)) !== null;
}
