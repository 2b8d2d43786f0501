import { invitationProgressed, type Channel, type Outcome } from '@candor/contracts';
import { outgoing, type Outbox, type Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import type { StoredInteraction } from '../decision/decision.entity.ts';
import { decisionEvent, type Decided, type Final } from '../decision/decision-event.ts';
import { settle, type Settled } from '../decision/settle.ts';
import { lookAt, type FollowUp } from './follow-up.ts';
import { progress, type Fact, type InvitationState, type Placement } from './invitation.ts';

interface Row {
  id: string;
  revision: number;
  status: InvitationState['status'];
  placement: Placement;
  time_zone: string;
  expires_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  opened_at: Date | null;
  started_at: Date | null;
  follow_up: FollowUp | null;
  address: string;
  answered: boolean;
  answered_message: number | null;
  matured: boolean;
  channel: Channel;
  attempts: number;
  repeats: number;
  decision: string;
  outcome: Outcome;
  source: string;
  event_id: string;
  person: string;
  programme: string;
  policy_version: number;
  touchpoint: string;
  occurred_at: Date;
  interaction: StoredInteraction;
  correlation: string | null;
}

/** In the order of ids, so that two transactions never wait for each other in a circle. */
const LOCK = `
  SELECT i.id, i.revision, i.status, i.placement, i.time_zone, i.expires_at, i.sent_at, i.delivered_at, i.opened_at, i.started_at, i.follow_up, i.answered, i.answered_message, i.matured, i.channel, i.address, i.attempts, i.repeats, i.decision,
    d.outcome, d.source, d.event_id, d.person, d.programme, d.policy_version, d.touchpoint, d.occurred_at, d.interaction, d.correlation
  FROM invitation i JOIN decision d ON d.id = i.decision WHERE i.id = ANY ($1::uuid[]) ORDER BY i.id FOR UPDATE OF i`;
/** Whoever is sending the message keeps it, unless this was about that. */
const UPDATE = `
  UPDATE invitation i SET revision = r.revision, status = r.status, sent_at = r.sent_at, delivered_at = r.delivered_at, answered = r.answered, answered_message = r.answered_message, matured = r.matured,
    opened_at = r.opened_at, started_at = r.started_at, follow_up = r.follow_up, remind_at = r.remind_at, lease_until = CASE WHEN r.same_message THEN i.lease_until END
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, revision integer, status text, sent_at timestamptz, delivered_at timestamptz, answered boolean, answered_message smallint, matured boolean,
    opened_at timestamptz, started_at timestamptz, follow_up jsonb, remind_at timestamptz, same_message boolean) WHERE i.id = r.id`;

/**
 * Notes facts about invitations: their rows, the decisions that become final by them, and what others are told. Everything in the given transaction; nothing of an invitation
 * that is not known.
 */
export async function noteFacts(tx: EntityManager, outbox: Outbox, facts: readonly { invitation: string; fact: Fact }[], now: Date): Promise<void> {
  const events = await applyFacts(tx, facts, now);
  if (events.length > 0) await outbox.append(tx, events);
}

/** The same without telling others: a transaction appends once, or two of them could wait for each other in a circle. @returns what is to be told. */
export async function applyFacts(tx: EntityManager, facts: readonly { invitation: string; fact: Fact }[], now: Date): Promise<Outgoing[]> {
  const byInvitation = Map.groupBy(facts, (one) => one.invitation);
  const rows: Row[] = await tx.query(LOCK, [[...byInvitation.keys()]]);
  const states: { before: InvitationState; state: InvitationState }[] = [];
  const settled: Settled[] = [];
  const events: Outgoing[] = [];
  for (const row of rows) {
    const before = stateOf(row);
    let state = before;
    let final: Final | undefined;
    for (const { fact } of byInvitation.get(row.id) ?? []) {
      const step = progress(state, fact);
      // Said once: a call that is made again was an invitation before.
      if (row.outcome === 'pending' && !final && (step.state.sentAt !== null || step.state.status === 'cancelled')) final = finalOf(row, step.state, fact);
      state = step.state;
      events.push(...step.told.map((data) => outgoing(invitationProgressed, data, correlationOf(row)) as Outgoing));
    }
    if (state === before) continue;
    states.push({ before, state });
    if (!final) continue;
    settled.push({ id: row.decision, ...final });
    events.push(decisionEvent(decidedOf(row), final, now));
  }
  if (states.length === 0) return events;
  await tx.query(UPDATE, [JSON.stringify(states.map(({ before, state }) => rowOf(before, state, now)))]);
  await settle(tx, settled, now);
  return events;
}

function rowOf(before: InvitationState, state: InvitationState, now: Date): Record<string, unknown> {
  const { id, revision, status, sentAt, deliveredAt, openedAt, startedAt, answered, answeredMessage, matured, followUp } = state;
  return {
    id, revision, status, sent_at: sentAt, delivered_at: deliveredAt, opened_at: openedAt, started_at: startedAt, answered, answered_message: answeredMessage, matured, follow_up: followUp, remind_at: lookAt(state, now),
    same_message: before.status === 'issued' && status === 'issued' && before.followUp?.failed === followUp?.failed,
  };
}

/** How the interaction ended, now that its message is out or will never be. */
function finalOf(row: Row, state: InvitationState, fact: Fact): Final {
  if (fact.type === 'cancelled') return { outcome: fact.outcome, reason: { code: fact.code, detail: fact.reason }, channel: row.channel, invitation: row.id };
  const invited = { outcome: 'invited' as const, channel: row.channel, invitation: row.id };
  if (state.status === 'bounced' && fact.type === 'refused') return { ...invited, reason: { code: 'BOUNCED', detail: `the message by ${row.channel} was refused: ${fact.reason}` } };
  const repeated = row.repeats > 0 ? '; an earlier attempt ended without being noted, so it may have arrived more than once' : '';
  return { ...invited, reason: { code: 'INVITED', detail: `by ${row.channel}, sent at ${state.sentAt?.toISOString()}${repeated}` } };
}

const stateOf = (row: Row): InvitationState => ({
  id: row.id, revision: row.revision, status: row.status, placement: row.placement, timeZone: row.time_zone, expiresAt: row.expires_at, sentAt: row.sent_at, deliveredAt: row.delivered_at,
  openedAt: row.opened_at, startedAt: row.started_at, answered: row.answered, answeredMessage: row.answered_message, matured: row.matured, attempts: row.attempts, channel: row.channel, address: row.address, followUp: row.follow_up,
});
const decidedOf = (row: Row): Decided => ({
  id: row.decision, source: row.source, eventId: row.event_id, person: row.person, programme: row.programme, policyVersion: row.policy_version, touchpoint: row.touchpoint,
  path: row.placement.path, servedBy: row.placement.servedBy, interaction: row.interaction, occurredAt: row.occurred_at, correlation: row.correlation,
});
const correlationOf = ({ correlation }: Row): { correlation?: string } => (correlation === null ? {} : { correlation });
