import { defineTopic } from '../topic.ts';
import { caseClaimed, caseClosed, caseNoted, caseOpened, caseOverdue, caseReleased, caseReopened, caseRescored, caseViewed } from './events.ts';

export const caseTopic = defineTopic({
  name: 'nps.case.v1',
  kind: 'fact',
  owner: 'alerting',
  key: 'response id',
  partitions: 6,
  retentionMs: -1,
  personal: false,
  consumers: ['reporting', 'ingestion'],
  events: [caseOpened, caseViewed, caseClaimed, caseReleased, caseNoted, caseClosed, caseReopened, caseRescored, caseOverdue],
});
