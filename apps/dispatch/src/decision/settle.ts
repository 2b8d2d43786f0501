import type { Channel, Outcome } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import type { QuotaStanding } from './decide.ts';
import type { Reason } from './reason.ts';

/** How one decision stands from now on. */
export interface Settled {
  id: string;
  outcome: Outcome;
  reason: Reason;
  /** Left as they are where not given. */
  programme?: string;
  policyVersion?: number;
  channel?: Channel;
  invitation?: string;
  dueAt?: Date;
  quota?: QuotaStanding | undefined;
}

const UPDATE = `
  UPDATE decision d SET outcome = r.outcome, reason_code = r.reason_code, reason_detail = r.reason_detail, programme = coalesce(r.programme, d.programme),
    policy_version = coalesce(r.policy_version, d.policy_version), channel = coalesce(r.channel, d.channel), invitation = coalesce(r.invitation, d.invitation),
    due_at = coalesce(r.due_at, d.due_at), quota_cell = coalesce(r.quota_cell, d.quota_cell), quota_granted = coalesce(r.quota_granted, d.quota_granted), decided_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, outcome text, reason_code text, reason_detail text, programme text, policy_version integer, channel text, invitation uuid, due_at timestamptz,
    quota_cell text, quota_granted boolean)
  WHERE d.id = r.id AND d.outcome = 'pending'`;

/** Writes how decisions stand, in one statement. One that is final stays as it is. */
export async function settle(tx: Pick<EntityManager, 'query'>, decisions: readonly Settled[], now: Date): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ id, outcome, reason, programme, policyVersion, channel, invitation, dueAt, quota }) => ({
    id, outcome, reason_code: reason.code, reason_detail: reason.detail, programme, policy_version: policyVersion, channel, invitation, due_at: dueAt,
    quota_cell: quota?.cell, quota_granted: quota?.granted,
  }));
  await tx.query(UPDATE, [JSON.stringify(rows), now]);
}
