import { defineTopic } from '../topic.ts';
import { replyReceived } from './reply.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

export const replyTopic = defineTopic({
  name: 'nps.reply.v1',
  kind: 'handover',
  owner: 'dispatch',
  key: 'invitation id',
  partitions: 6,
  retentionMs: WEEK_MS,
  personal: true,
  consumers: ['ingestion'],
  events: [replyReceived],
});
