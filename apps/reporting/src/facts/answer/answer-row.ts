import { responseErased, type Contribution, type ResponseChange } from '@candor/contracts';
import { segmentOf } from '@candor/nps';
import type { Received } from '@candor/messaging';

/** An answer as it stands after a change, in the columns of its table. */
export interface AnswerRow {
  id: string;
  revision: number;
  erased: boolean;
  excluded: boolean;
  reason: string | null;
  answered_at: string;
  changed_at: string;
  /** Of the first revision; null where that is not in the batch. */
  recorded_at: string | null;
  invitation: string | null;
  person: string | null;
  /** Which of the invitation's messages it came by; null where that is not told. */
  message: number | null;
  /** Absent where the change does not say it: an excluded answer that was amended. What is known stays then. */
  contribution: Contribution | null;
}

/**
 * The last state of each answer in a batch. An excluded answer keeps the coordinates it had; an erased one keeps nothing but the fact
 * that it is gone, so that no late copy of an earlier change brings it back.
 */
export function answersIn(events: readonly Received<ResponseChange>[]): AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  for (const { type, data } of events) {
    const held = rows.get(data.id);
    if (held && held.revision >= data.revision) continue;
    const erased = type === responseErased.type;
    rows.set(data.id, {
      id: data.id,
      revision: data.revision,
      erased,
      excluded: data.after === null,
      reason: data.reason ?? null,
      answered_at: data.answeredAt,
      changed_at: data.changedAt,
      recorded_at: data.revision === 1 ? data.changedAt : (held?.recorded_at ?? null),
      invitation: erased ? null : (data.invitation ?? held?.invitation ?? null),
      person: erased ? null : (data.person ?? held?.person ?? null),
      message: erased ? null : (data.message ?? held?.message ?? null),
      contribution: erased ? null : (data.after ?? data.before ?? held?.contribution ?? null),
    });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Flat, for `jsonb_to_recordset`. */
export function flat({ contribution, ...row }: AnswerRow): Record<string, unknown> {
  if (!contribution) return row;
  const { path, selection, segment, servedBy, cuts = [], rivalry, ...rest } = contribution;
  return {
    ...row, ...rest, path, cuts, unit: path.at(-1), segment: segmentOf(contribution.measure, contribution.score),
    served_by: servedBy, customer_segment: segment, selection: selection?.method, selection_probability: selection?.probability,
    rival: rivalry?.rated?.rival, rival_score: rivalry?.rated?.score, likely_to_switch: rivalry?.switching?.likely, switch_to: rivalry?.switching?.to,
  };
}
