export * from './header-block.ts';
export * from './ensure-topics.ts';
export * from './kafka-port.ts';
export { partitionOf, type Log } from './kafkajs-client.ts';
export * from './live-reader.ts';
export * from './reader.ts';
export * from './records.ts';
