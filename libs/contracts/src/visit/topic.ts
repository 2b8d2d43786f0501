import { defineTopic } from '../topic.ts';
import { visitStarted } from './visit.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

export const visitTopic = defineTopic({
  name: 'nps.visit.v1',
  kind: 'handover',
  owner: 'ingestion',
  key: 'invitation id',
  partitions: 6,
  retentionMs: WEEK_MS,
  personal: false,
  consumers: ['dispatch'],
  events: [visitStarted],
});
