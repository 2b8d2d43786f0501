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

function factOf(state: Case, event: CaseEvent): PublishedChange {
  return {
    id: state.id, revision: state.revision, response: state.response, programme: state.programme, touchpoint: state.touchpoint, path: [...state.path],
    score: state.score, status: state.status, openedAt: state.openedAt.toISOString(), dueAt: state.dueAt.toISOString(), at: event.at.toISOString(),
    ...(state.person === null ? {} : { person: state.person }),
    ...(state.servedBy === null ? {} : { servedBy: state.servedBy }),
    ...(state.segment === null ? {} : { segment: state.segment }),
    ...(state.assignee === null ? {} : { assignee: state.assignee.id }),
    ...(event.by === null ? {} : { by: event.by.id }),
    ...(state.outcome === null ? {} : { outcome: state.outcome }),
    ...(state.closedAt === null ? {} : { closedAt: state.closedAt.toISOString() }),
  };
}
