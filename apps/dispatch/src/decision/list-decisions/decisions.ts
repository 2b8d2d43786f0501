import type { Channel, Outcome } from '@candor/contracts';
import type { DataSource } from 'typeorm';
import { presentFate, type Followed } from '../../invitation/follow-up.ts';
import { delayDetail } from '../decide.ts';
import type { StoredInteraction } from '../decision.entity.ts';
import { parametersOf, SELECTED, type Selected } from '../ledger-filter.ts';
import { STAGES, stagesBy, type Stage } from '../stages.ts';
import { NOT_COMING } from '../what-is-coming.ts';
import type { DecisionView } from './request.ts';

export interface DecisionRow {
  number: string;
  source: string;
  event_id: string;
  customer_id: string | null;
  outcome: Outcome;
  reason_code: string;
  reason_detail: string;
  programme: string;
  policy_version: number;
  channel: Channel | null;
  touchpoint: string;
  unit: string;
  interaction: Pick<StoredInteraction, 'servedBy'>;
  occurred_at: Date;
  accepted_at: Date;
  decided_at: Date;
  due_at: Date;
  invitation: string | null;
  status: string | null;
  attempts: number | null;
  sent_at: Date | null;
  answered: boolean | null;
  answered_message: number | null;
  delivered_at: Date | null;
  opened_at: Date | null;
  started_at: Date | null;
  message_channel: Channel | null;
  follow_up: Followed['followUp'];
  remind_at: Date | null;
  last_error: string | null;
}
export interface Wanted {
  source?: string | undefined;
  id?: string | undefined;
  customer?: string | undefined;
  selected: Selected;
  reason?: readonly string[] | undefined;
  channel?: readonly Channel[] | undefined;
  /** How far their invitations came, or did not. */
  reached: Partial<Record<Stage, boolean | undefined>>;
  /** Programmes of which is not told who answered. */
  anonymous: readonly string[];
  /** Also of those who are still to be asked. */
  coming: boolean;
  /** Only decisions before this number. */
  before: string | null;
  limit: number;
}

/** Newest first. Numbers of one customer rise with commits, so a page that follows another skips nothing. */
export function findDecisions(dataSource: DataSource, { source, id, customer, selected, reason, channel, reached, anonymous, coming, before, limit }: Wanted): Promise<DecisionRow[]> {
  const values = parametersOf(selected);
  const where = (sql: string, value: unknown): string => (value === undefined || value === null ? '' : ` AND ${sql} $${values.push(value)}`);
  const ofCustomer = (id: string | undefined): string => (id === undefined ? '' : ` AND d.person = (SELECT id FROM person WHERE customer_id = $${values.push(id)})`);
  const any = (column: string, list: readonly string[] | undefined): string => list ? ` AND ${column} = ANY ($${values.push(list)}::text[])` : '';
  const wanted = STAGES.filter((stage) => reached[stage] !== undefined);
  // A parameter that no condition names has no type.
  const stages = stagesBy(wanted.some((stage) => stage !== 'delivered') ? `$${values.push(anonymous)}` : '$0');
  const far = wanted.map((stage) => ` AND (${stages[stage]}) IS ${reached[stage] ? 'TRUE' : 'NOT TRUE'}`).join('');
  const conditions = SELECTED + (coming ? '' : ` AND ${NOT_COMING}`) + any('d.reason_code', reason) + any('d.channel', channel) + far
    + where('d.source =', source) + where('d.event_id =', id) + ofCustomer(customer) + where('d.number <', before);
  return dataSource.query(
    `SELECT d.*, i.status, i.attempts, i.sent_at, i.answered, i.answered_message, i.delivered_at, i.opened_at, i.started_at, i.channel AS message_channel, i.follow_up, i.remind_at, i.last_error FROM decision d LEFT JOIN invitation i ON i.id = d.invitation
     WHERE ${conditions} ORDER BY d.number DESC LIMIT ${Number(limit)}`, values,
  );
}

/** @param anonymous programmes of which is not told who answered */
export function viewOf(row: DecisionRow, anonymous: readonly string[]): DecisionView {
  return {
    source: row.source, id: row.event_id, customer: row.customer_id, outcome: row.outcome, reason: row.reason_code === 'DELAY' ? delayDetail(row.due_at) : row.reason_detail, reasonCode: row.reason_code, programme: row.programme,
    policyVersion: row.policy_version, ...(row.channel ? { channel: row.channel } : {}), touchpoint: row.touchpoint, unit: row.unit,
    ...(row.interaction.servedBy === undefined ? {} : { servedBy: row.interaction.servedBy }),
    occurredAt: row.occurred_at.toISOString(), acceptedAt: row.accepted_at.toISOString(), at: row.decided_at.toISOString(),
    ...(row.outcome === 'pending' ? { dueAt: row.due_at.toISOString() } : {}), ...(row.invitation ? { invitation: anonymous.includes(row.programme) ? sentOf(row) : invitationOf(row) } : {}),
  };
}

const invitationOf = (row: DecisionRow): NonNullable<DecisionView['invitation']> => ({
  id: row.invitation!, status: row.status ?? 'issued', attempts: row.attempts ?? 0, ...(row.sent_at ? { sentAt: row.sent_at.toISOString() } : {}), answered: row.answered ?? false, ...answeredThrough(row),
  ...(row.delivered_at ? { deliveredAt: row.delivered_at.toISOString() } : {}), ...(row.opened_at ? { openedAt: row.opened_at.toISOString() } : {}),
  ...(row.started_at ? { startedAt: row.started_at.toISOString() } : {}), ...(row.follow_up ? { messages: messagesOf(row, row.follow_up) } : {}), ...(row.remind_at ? { remindAt: row.remind_at.toISOString() } : {}),
  ...(row.last_error && row.status === 'issued' ? { lastError: row.last_error } : {}),
});

function answeredThrough({ answered_message: message, follow_up: followUp, message_channel: channel }: DecisionRow): Pick<NonNullable<DecisionView['invitation']>, 'answeredThrough'> {
  return message === null ? {} : { answeredThrough: { message, channel: followUp?.earlier[message]?.channel ?? channel! } };
}

/** That it was sent, and nothing of what came of it: reminders too go to those only who have not answered. */
function sentOf(row: DecisionRow): NonNullable<DecisionView['invitation']> {
  const [first] = row.follow_up ? messagesOf({ ...row, answered_message: null }, row.follow_up) : [];
  const held = row.status === 'issued' ? row.follow_up?.held : undefined;
  return {
    id: row.invitation!, status: held ?? row.status ?? 'issued', attempts: Math.min(1, row.attempts ?? 0),
    ...(first ? { messages: [first], ...(first.sentAt === undefined ? {} : { sentAt: first.sentAt }) } : row.sent_at ? { sentAt: row.sent_at.toISOString() } : {}),
    ...(row.delivered_at && !row.follow_up ? { deliveredAt: row.delivered_at.toISOString() } : {}),
  };
}

/** Every message about one interaction, the first one first. */
function messagesOf(row: DecisionRow, { earlier, sentAt, ...followUp }: NonNullable<DecisionRow['follow_up']>): NonNullable<NonNullable<DecisionView['invitation']>['messages']> {
  const status = (row.status ?? 'issued') as Followed['status'];
  const present = presentFate({ status, sentAt: row.sent_at, deliveredAt: row.delivered_at, followUp: { earlier, sentAt, ...followUp } });
  const all = [...earlier, { channel: row.message_channel!, sentAt, fate: present?.fate ?? ('waiting' as const), reason: present?.reason }];
  return all.map(({ channel, sentAt: at, fate, reason }, index) => ({
    kind: index === 0 ? 'first' : 'reminder', channel, ...(at === null ? {} : { sentAt: at }), fate, ...(reason === undefined ? {} : { reason }),
    ...(index === row.answered_message && { answered: true as const }),
  }));
}
