import { defineTopic } from '../topic.ts';
import { cutScored } from './cut-scored.ts';
import { cellScored } from './events.ts';

export const scoreTopic = defineTopic({
  name: 'nps.score.v1',
  kind: 'view',
  owner: 'scoring',
  key: 'cell',
  partitions: 6,
  retentionMs: -1,
  personal: false,
  consumers: ['reporting'],
  events: [cellScored, cutScored],
});
