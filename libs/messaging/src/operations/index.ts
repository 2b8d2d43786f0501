export { Consumers } from './consumers.ts';
export { Republication } from './republication.ts';
export { Republishers, type Republisher } from './republishers.ts';
export type { Acceptance, ConsumerState, Republished } from './shapes.ts';
