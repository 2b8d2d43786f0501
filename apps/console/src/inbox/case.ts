import type { CaseChange, Segment } from '@candor/contracts';

export type Outcome = NonNullable<CaseChange['outcome']>;
export type CaseStatus = CaseChange['status'];

export interface Staff {
  readonly id: string;
  readonly name: string;
}

/** One line of a task's history; what a type does not have is left out. */
export interface HistoryEntry {
  readonly revision: number;
  readonly type: 'opened' | 'viewed' | 'claimed' | 'assigned' | 'released' | 'noted' | 'closed' | 'reopened' | 'answer-changed' | 'overdue' | 'erased';
  readonly at: string;
  /** Null where the system did it. */
  readonly by: Staff | null;
  readonly text?: string | null;
  readonly outcome?: Outcome;
  readonly cause?: string | null;
  readonly assignee?: Staff;
  readonly score?: number | null;
  readonly deadline?: 'first-response' | 'follow-up';
}

interface Named {
  readonly key: string;
  readonly name: string;
}

export interface Deadlines {
  readonly firstResponseDueAt: string;
  /** When somebody first responded. */
  readonly firstResponseAt: string | null;
  readonly dueAt: string;
}

/** A follow-up task as the API gives it, in lists too. */
export interface Case {
  readonly id: string;
  readonly revision: number;
  readonly status: CaseStatus;
  readonly outcome: Outcome | null;
  readonly assignee: Staff | null;
  readonly touchpoint: string;
  readonly touchpointName: string;
  readonly unit: string;
  readonly unitName: string;
  /** Root to unit, as it was when the answer was given. */
  readonly path: readonly Named[];
  readonly customer: { readonly id: string; readonly name: string | null; readonly language: string | null; readonly since: string | null; readonly segment: string | null } | null;
  readonly contact: { readonly email: string | null; readonly phone: string | null; readonly allowed: boolean | null } | null;
  readonly account: { readonly id: string; readonly name: string | null; readonly role: string | null } | null;
  readonly servedBy: { readonly id: string; readonly name: string | null } | null;
  readonly answer: {
    readonly id: string;
    readonly score: number;
    readonly segment: Segment | null;
    readonly comment: string | null;
    readonly language: string | null;
    readonly channel: string;
    readonly answeredAt: string;
    /** The reason as it was spoken. */
    readonly recording: { readonly id: string; readonly seconds: number } | null;
  };
  readonly deadlines: Deadlines;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** The customer asked to be forgotten. */
  readonly erased: boolean;
  readonly history: readonly HistoryEntry[];
}

/** In the order people choose them. The record keeps this list complete: a new outcome in the contract does not compile without a place here. */
const ORDER: Readonly<Record<Outcome, number>> = { resolved: 0, explained: 1, compensated: 2, unreachable: 3, 'no-action': 4, duplicate: 5 };
export const OUTCOMES = Object.keys(ORDER) as Outcome[];
