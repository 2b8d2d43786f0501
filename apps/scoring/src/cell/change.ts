import { invitationProgressed, type Contribution, type InvitationContribution, type TopicDeclaration, invitationTopic, measure as measures } from '@candor/contracts';
import { inRange, type Measure } from '@candor/nps';
import { HEADER, headerOf, type IncomingRecord } from '@candor/messaging';

export interface Change {
  before: Contribution | InvitationContribution | null;
  after: Contribution | InvitationContribution | null;
}

export type Read = { is: 'change'; change: Change } | { is: 'other' } | { is: 'malformed'; reason: string };

const MEASURES = new Set<string>(measures.options);

/**
 * Reads what scoring needs of a record and nothing more: the full schema check of the Kafka edge would cost more than all the rest of the
 * hot path. Whatever it takes is complete: a record that lacks a coordinate is malformed.
 */
export function readChange(topic: TopicDeclaration, record: IncomingRecord): Read {
  // Of the invitation topic, decisions and issued links move no figure.
  if (topic === invitationTopic && headerOf(record, HEADER.type) !== invitationProgressed.type) return { is: 'other' };
  if (!record.value) return { is: 'malformed', reason: 'the value is missing' };
  let data: Partial<Change> | null;
  try {
    data = JSON.parse(record.value.toString('utf8')) as Partial<Change> | null;
  } catch {
    return { is: 'malformed', reason: 'the value is not JSON' };
  }
  const valid = topic === invitationTopic ? isInvitation : isAnswer;
  for (const side of ['before', 'after'] as const) {
    const value = data?.[side];
    if (value === undefined || (value !== null && !valid(value as Contribution & InvitationContribution))) return { is: 'malformed', reason: `${side}: not a complete contribution` };
  }
  return { is: 'change', change: data as Change };
}

function isPlace({ programme, touchpoint, path, day, hour, cuts }: Contribution | InvitationContribution): boolean {
  return typeof programme === 'string' && typeof touchpoint === 'string' && typeof day === 'string' && day.length === 10
    && Number.isInteger(hour) && Array.isArray(path) && path.length > 0 && path.every((unit) => typeof unit === 'string')
    && (cuts === undefined || Array.isArray(cuts));
}

function isInvitation(value: InvitationContribution): boolean {
  return (value.measure === undefined || MEASURES.has(value.measure)) && isPlace(value);
}

function isAnswer(value: Contribution): boolean {
  return MEASURES.has(value.measure) && inRange(value.measure as Measure, value.score) && isPlace(value);
}
