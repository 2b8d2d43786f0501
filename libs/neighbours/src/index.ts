export { Neighbours } from './neighbours.ts';
export { PublishingNeighbours } from './publishing-neighbours.ts';
