import { defineTopic } from '../topic.ts';
import { brandSet } from './brand.ts';
import { programmeSet, touchpointSet, unitSet } from './events.ts';

/** One partition: a unit is never seen before its parent. */
export const catalogTopic = defineTopic({
  name: 'nps.catalog.v1',
  kind: 'state',
  owner: 'catalog',
  key: 'kind/key',
  partitions: 1,
  retentionMs: -1,
  personal: false,
  consumers: ['dispatch', 'ingestion', 'alerting', 'reporting'],
  events: [unitSet, touchpointSet, programmeSet, brandSet],
});
