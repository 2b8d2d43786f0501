import { defineTopic } from '../topic.ts';
import { interaction } from './interaction.ts';

export const interactionTopic = defineTopic({
  name: 'nps.interaction.v1',
  kind: 'inbound',
  owner: 'dispatch',
  key: 'anything; the CloudEvents extension partitionkey where given',
  partitions: 6,
  retentionMs: 7 * 24 * 3600 * 1000,
  personal: true,
  consumers: ['dispatch'],
  events: [interaction],
});
