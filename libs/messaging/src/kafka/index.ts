export * from './header-block.ts';
export * from './ensure-topics.ts';
export * from './kafka-port.ts';
export { placeKey, type RecordPlace } from './last-records.ts';
export type { Log } from './kafkajs-client.ts';
export * from './live-reader.ts';
export { partitionOf } from './partition.ts';
export * from './reader.ts';
export * from './records.ts';
