import type { Account, Customer, ServedBy } from '@candor/contracts';
import type { CaseEventEntity } from '../case-event.entity.ts';
import type { CaseEntity } from '../case.entity.ts';
import type { CaseView, HistoryLine } from './case.view.ts';

/** What is known around tasks, by id. */
export interface Known {
  readonly history: ReadonlyMap<string, readonly CaseEventEntity[]>;
  readonly words: ReadonlyMap<string, { person: string | null; comment: string | null; recording: { id: string; seconds: number } | null; language: string | null; customer: Customer | null; servedBy: ServedBy | null; account: Account | null }>;
  readonly persons: ReadonlyMap<string, { customer: Customer; account: Account | null }>;
  readonly staff: ReadonlyMap<string, string>;
  readonly names: { unit(key: string): string; touchpoint(key: string): string; programme(key: string): string };
}

/** A task as it is answered at `now`. What the customer said of themselves with the answer fills what is not known of the person. */
export function viewOf(row: CaseEntity, known: Known, now: Date): CaseView {
  const words = known.words.get(row.response);
  const person = row.person === null ? undefined : known.persons.get(row.person);
  const customer = merged(words?.customer, person?.customer);
  const contact = customer && { email: customer.email ?? null, phone: customer.phone ?? null };
  const account = person?.account ?? words?.account ?? (row.account === null ? null : { id: row.account });
  const servedBy = row.servedBy ?? words?.servedBy?.id;
  return {
    id: row.id, revision: row.revision, response: row.response, status: row.status, outcome: row.outcome, assignee: actorOf(row.assigneeId, row.assigneeName),
    programme: row.programme, programmeName: known.names.programme(row.programme), touchpoint: row.touchpoint, touchpointName: known.names.touchpoint(row.touchpoint),
    unit: row.unit, unitName: known.names.unit(row.unit), path: row.path.map((key) => ({ key, name: known.names.unit(key) })),
    customer: customer && contact && {
      id: customer.id, name: customer.name ?? null, language: customer.language ?? null, since: customer.since ?? null, segment: customer.segment ?? null, contact,
    },
    contact: contact && { ...contact, allowed: row.contactAllowed },
    account: account && { id: account.id, name: account.name ?? null, role: account.role ?? null },
    servedBy: servedBy === undefined ? null : { id: servedBy, name: known.staff.get(servedBy) ?? words?.servedBy?.name ?? null },
    answer: {
      id: row.response, score: row.score, measure: row.measure, segment: row.segment, comment: words?.comment ?? null, language: words?.language ?? row.language,
      channel: row.channel, answeredAt: row.answeredAt.toISOString(), recording: words?.recording ?? null,
    },
    deadlines: {
      firstResponseDueAt: row.firstResponseDueAt.toISOString(), firstResponseAt: row.firstResponseAt?.toISOString() ?? null, dueAt: row.dueAt.toISOString(),
      overdue: overdue(row, now),
    },
    openedAt: row.openedAt.toISOString(), viewedAt: row.viewedAt?.toISOString() ?? null, closedAt: row.closedAt?.toISOString() ?? null, erased: row.erasedAt !== null,
    history: (known.history.get(row.id) ?? []).map(lineOf),
  };
}

/** The person as known now goes before what came with the answer. */
function merged(given: Customer | null | undefined, known: Customer | undefined): Customer | null {
  return known ? { ...given, ...known } : (given ?? null);
}

/** The clock decides, not the mark that a deadline left in the history: that may come a moment later. */
function overdue(row: CaseEntity, now: Date): boolean {
  if (row.closedAt) return row.closedAt > row.dueAt;
  return row.dueAt <= now || (row.firstResponseAt === null && row.firstResponseDueAt <= now);
}

const actorOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

const SHOWN = ['text', 'assignee', 'outcome', 'cause', 'score', 'deadline'] as const;

function lineOf({ revision, at, type, byId, byName, data }: CaseEventEntity): HistoryLine {
  const shown = Object.fromEntries(SHOWN.filter((name) => name in data).map((name) => [name, data[name]]));
  return { revision, at: at.toISOString(), type, by: actorOf(byId, byName), ...shown } as HistoryLine;
}
