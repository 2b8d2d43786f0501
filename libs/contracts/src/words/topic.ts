import { defineTopic } from '../topic.ts';
import { wordsWritten } from './words.ts';

export const wordsTopic = defineTopic({
  name: 'nps.words.v1',
  kind: 'state',
  owner: 'ingestion',
  key: 'response id',
  partitions: 6,
  retentionMs: -1,
  personal: true,
  consumers: ['alerting', 'reporting', 'dispatch'],
  events: [wordsWritten],
});
