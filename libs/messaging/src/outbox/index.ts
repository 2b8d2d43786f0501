export type { Receipt } from './append.ts';
export { GroupCommit, type GroupCommitOptions } from './group-commit.ts';
export { Outbox } from './outbox.ts';
export * from './outgoing.ts';
export { Pacer } from './pacer.ts';
export { Bell } from './bell.ts';
export { Relay } from './relay.ts';
export { Streams } from './streams.ts';
