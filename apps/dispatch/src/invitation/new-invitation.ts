import { invitationIssued, type Channel, type Cut, type Measure, type Selection } from '@candor/contracts';
import { outgoing, type Outgoing, type Receipt } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { wordsFor } from '../channel/email/words/index.ts';
import type { DueDecision } from '../decision/decide-due/due-decisions.ts';
import type { Policy } from '../decision/policy.ts';
import { followUpOf } from './follow-up.ts';
import type { Placement } from './invitation.ts';
import { hashOf, newShortToken, newToken } from './token.ts';

export interface NewInvitation {
  id: string;
  decision: DueDecision;
  policy: Policy;
  channel: Channel;
  address: string;
  token: string;
  language: string;
  segment: string | undefined;
  path: string[];
  timeZone: string;
  selection: Selection;
  /** What it asks for. */
  measure: Measure;
  /** By what the programme keeps its figures; absent: by nothing more. */
  cuts?: Cut[];
  issuedAt: Date;
  expiresAt: Date;
}

/** An invitation with a link of its own; `language` is what the customer prefers, the message is in the nearest that there is. */
export function newInvitation(given: Omit<NewInvitation, 'id' | 'token' | 'expiresAt' | 'language'> & { language: string | undefined }): NewInvitation {
  return {
    ...given, id: uuidv7(), token: given.channel === 'sms' ? newShortToken() : newToken(), language: wordsFor(given.language).language,
    expiresAt: new Date(given.issuedAt.getTime() + given.policy.expiryMs),
  };
}

/** Where it counts, the same in its event and in everything that follows: what is said of the declared cuts is what is known now. */
function placementOf({ decision, policy, path, channel, language, segment, selection, measure, cuts }: NewInvitation): Placement {
  const { servedBy, product, account } = decision.interaction;
  return {
    programme: policy.programme, touchpoint: decision.touchpoint, path, channel, ...(servedBy ? { servedBy } : {}), ...(product ? { product } : {}),
    ...(segment ? { segment } : {}), ...(account ? { account } : {}), language, survey: policy.survey, selection, ...(measure === 'nps' ? {} : { measure }), ...(cuts ? { cuts } : {}),
  };
}

export function issuedEvent(invitation: NewInvitation): Outgoing {
  const { id, decision, channel, token, timeZone, policy, selection, issuedAt, expiresAt, language } = invitation;
  const { programme, touchpoint, path, servedBy, product, segment, account } = placementOf(invitation);
  return outgoing(invitationIssued, {
    id, tokenHash: hashOf(token), decision: decision.id, person: decision.person, channel, language, programme, touchpoint, unit: decision.unit, path, timeZone,
    ...(servedBy ? { servedBy } : {}), ...(product ? { product } : {}), ...(segment ? { segment } : {}), ...(account ? { account } : {}), survey: policy.survey, selection,
    occurredAt: decision.occurred_at.toISOString(), issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString(),
  }, decision.correlation === null ? {} : { correlation: decision.correlation }) as Outgoing;
}

const INSERT = `
  INSERT INTO invitation (id, decision, person, kind, channel, address, token, token_hash, language, placement, time_zone, occurred_at, issued_at, expires_at, next_attempt_at, follow_up, receipt)
  SELECT r.id, r.decision, r.person, r.kind, r.channel, r.address, r.token, r.token_hash, r.language, r.placement, r.time_zone, r.occurred_at, r.issued_at, r.expires_at, r.issued_at, r.follow_up, $2::jsonb
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, decision uuid, person uuid, kind text, channel text, address text, token text, token_hash text, language text, placement jsonb,
    time_zone text, occurred_at timestamptz, issued_at timestamptz, expires_at timestamptz, follow_up jsonb)`;

/** Stores them with the receipt of their events: no message goes out before those are acknowledged. */
export async function storeInvitations(tx: EntityManager, invitations: readonly NewInvitation[], receipt: Receipt): Promise<void> {
  const rows = invitations.map((one) => ({
    id: one.id, decision: one.decision.id, person: one.decision.person, kind: one.policy.kind, channel: one.channel, address: one.address, token: one.token, token_hash: hashOf(one.token),
    language: one.language, placement: placementOf(one), time_zone: one.timeZone, occurred_at: one.decision.occurred_at, issued_at: one.issuedAt, expires_at: one.expiresAt,
    follow_up: followUpOf(one.policy.reminders),
  }));
  await tx.query(INSERT, [JSON.stringify(rows), JSON.stringify(receipt.map(({ stream, number }) => [stream, String(number)]))]);
}
