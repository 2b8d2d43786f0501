export { scratch } from './scratch/scratch.ts';
export type { Scratch } from './scratch/scratch.ts';
export { checkout, testServers } from './servers.ts';
