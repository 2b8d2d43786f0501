import { defineTopic } from '../topic.ts';
import { responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated } from './events.ts';

export const responseTopic = defineTopic({
  name: 'nps.response.v1',
  kind: 'fact',
  owner: 'ingestion',
  key: 'response id',
  partitions: 6,
  retentionMs: -1,
  personal: false,
  consumers: ['scoring', 'alerting', 'reporting', 'dispatch'],
  events: [responseRecorded, responseAmended, responseExcluded, responseReinstated, responseErased],
});
