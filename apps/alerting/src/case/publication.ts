import {
  caseClaimed, caseClosed, caseNoted, caseOpened, caseOverdue, caseReleased, caseReopened, caseRescored, caseViewed, type CaseChange as PublishedChange,
} from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { evolve, type Case, type CaseEvent, type CaseEventType } from './case.ts';

/** What other services hear; notes stay here, only that there is one is said. An erasure says nothing: the events name nobody. */
const PUBLISHED: Partial<Record<CaseEventType, typeof caseOpened>> = {
  opened: caseOpened, viewed: caseViewed, claimed: caseClaimed, assigned: caseClaimed, released: caseReleased, noted: caseNoted, closed: caseClosed,
  reopened: caseReopened, 'answer-changed': caseRescored, overdue: caseOverdue,
};

export function publications(before: Case | null, events: readonly CaseEvent[], correlation?: string): Outgoing[] {
  const published: Outgoing[] = [];
  let state = before;
  for (const event of events) {
    state = evolve(state, event);
    const declaration = PUBLISHED[event.type];
    if (declaration) published.push(outgoing(declaration, factOf(state, event), { time: event.at, ...(correlation === undefined ? {} : { correlation }) }) as Outgoing);
  }
  return published;
}

/** A line of a history, as it is kept. */
export interface Line {
  readonly type: CaseEventType;
  readonly revision: number;
  readonly at: Date;
  readonly byId: string | null;
}

/** The same steps once more, each with its time and who took it; the rest of each as the task stands now. A task whose person was erased names nobody. */
export function retold(state: Case, history: readonly Line[]): Outgoing[] {
  const now: Case = state.erasedAt === null ? state : { ...state, person: null };
  return history.flatMap(({ type, revision, at, byId }) => {
    const declaration = PUBLISHED[type];
    return declaration ? [outgoing(declaration, factOf({ ...now, revision }, { at, by: byId === null ? null : { id: byId } }), { time: at }) as Outgoing] : [];
  });
}

function factOf(state: Case, event: { readonly at: Date; readonly by: { readonly id: string } | null }): PublishedChange {
  return {
    id: state.id, revision: state.revision, response: state.response, programme: state.programme, touchpoint: state.touchpoint, path: [...state.path],
    score: state.score, status: state.status, openedAt: state.openedAt.toISOString(), dueAt: state.dueAt.toISOString(), firstResponseDueAt: state.firstResponseDueAt.toISOString(), at: event.at.toISOString(),
    ...(state.firstResponseAt === null ? {} : { firstResponseAt: state.firstResponseAt.toISOString() }),
    ...(state.person === null ? {} : { person: state.person }),
    ...(state.servedBy === null ? {} : { servedBy: state.servedBy }),
    ...(state.segment === null ? {} : { segment: state.segment }),
    ...(state.assignee === null ? {} : { assignee: state.assignee.id }),
    ...(event.by === null ? {} : { by: event.by.id }),
    ...(state.outcome === null ? {} : { outcome: state.outcome }),
    ...(state.closedAt === null ? {} : { closedAt: state.closedAt.toISOString() }),
  };
}
