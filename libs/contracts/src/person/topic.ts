import { defineTopic } from '../topic.ts';
import { personKnown, staffKnown } from './person.ts';

export const personTopic = defineTopic({
  name: 'nps.person.v1',
  kind: 'state',
  owner: 'dispatch',
  key: 'person id, or staff/ and the staff id',
  partitions: 6,
  retentionMs: -1,
  personal: true,
  consumers: ['alerting', 'reporting', 'ingestion'],
  events: [personKnown, staffKnown],
});
