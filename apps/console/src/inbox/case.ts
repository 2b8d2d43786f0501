import type { CaseChange, Segment } from '@candor/contracts';

export type Outcome = NonNullable<CaseChange['outcome']>;
export type CaseStatus = CaseChange['status'];

export interface Staff {
  readonly id: string;
  readonly name: string;
}

/** One line of a task's history. */
export interface HistoryEntry {
  readonly type: 'opened' | 'viewed' | 'claimed' | 'assigned' | 'released' | 'noted' | 'closed' | 'reopened' | 'answer-changed' | 'overdue' | 'erased';
  readonly at: string;
  /** Null where the system did it. */
  readonly by: Staff | null;
  readonly text?: string | null;
  readonly outcome?: Outcome | null;
  readonly cause?: 'amended' | 'excluded' | 'erased' | 'reinstated' | null;
  readonly assignee?: Staff | null;
  readonly score?: number | null;
  readonly deadline?: 'first-response' | 'follow-up';
}

/** A follow-up task as the API gives it. */
export interface Case {
  readonly id: string;
  readonly revision: number;
  readonly status: CaseStatus;
  readonly outcome: Outcome | null;
  readonly assignee: Staff | null;
  readonly customer: { readonly id?: string; readonly name?: string; readonly language?: string; readonly since?: string; readonly segment?: string } | null;
  readonly contact: { readonly email?: string; readonly phone?: string; readonly allowed?: boolean | null } | null;
  readonly answer: {
    readonly id: string;
    readonly score: number;
    readonly segment: Segment | null;
    readonly comment?: string | null;
    readonly language?: string | null;
    readonly channel?: string;
    readonly answeredAt: string;
  };
  readonly programme: string;
  readonly touchpoint: string;
  readonly unit: string;
  readonly servedBy: { readonly id: string; readonly name?: string } | null;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly firstResponseDueAt: string;
  readonly firstResponseAt: string | null;
  readonly closedAt: string | null;
  readonly history: readonly HistoryEntry[];
}

/** In the order people choose them. The record keeps this list complete: a new outcome in the contract does not compile without a place here. */
const ORDER: Readonly<Record<Outcome, number>> = { resolved: 0, explained: 1, compensated: 2, unreachable: 3, 'no-action': 4, duplicate: 5 };
export const OUTCOMES = Object.keys(ORDER) as Outcome[];
