import { defineTopic } from '../topic.ts';
import { decisionMade, invitationIssued, invitationProgressed } from './events.ts';

export const invitationTopic = defineTopic({
  name: 'nps.invitation.v1',
  kind: 'fact',
  owner: 'dispatch',
  key: 'invitation id; decision id for decisions',
  partitions: 6,
  retentionMs: -1,
  personal: false,
  consumers: ['ingestion', 'scoring', 'reporting'],
  events: [decisionMade, invitationIssued, invitationProgressed],
});
