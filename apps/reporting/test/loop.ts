import { responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated, responseTopic, type Contribution, type EventDeclaration, type ResponseChange } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { Scoring } from './scoring.ts';
import type { Reporting } from './start-reporting.ts';

const DECLARATIONS = { recorded: responseRecorded, amended: responseAmended, excluded: responseExcluded, reinstated: responseReinstated, erased: responseErased };

/** Answers as ingestion publishes them, with the cells that scoring makes of them. */
export class Answers {
  readonly #reporting: Reporting;
  readonly #scoring = new Scoring();
  readonly #known = new Map<string, { revision: number; counted: Contribution | null; last: Contribution }>();
  #events: Outgoing[] = [];

  constructor(reporting: Reporting) {
    this.#reporting = reporting;
  }

  record(id: string, contribution: Contribution, more: Partial<ResponseChange> = {}): this {
    return this.#change('recorded', id, contribution, more);
  }

  amend(id: string, score: number): this {
    return this.#change('amended', id, { ...this.#known.get(id)!.last, score });
  }

  exclude(id: string): this {
    return this.#change('excluded', id, null);
  }

  reinstate(id: string): this {
    return this.#change('reinstated', id, this.#known.get(id)!.last);
  }

  erase(id: string): this {
    return this.#change('erased', id, null);
  }

  /** Publishes what has happened since the last call, facts and cells, and waits until both have been copied. @returns the facts */
  async arrive(): Promise<Outgoing[]> {
    const events = this.#events;
    this.#events = [];
    await this.#reporting.neighbours.publish('ingestion', ...events);
    await this.#reporting.score(...this.#scoring.changed());
    await this.#reporting.caughtUp(responseTopic);
    return events;
  }

  #change(kind: keyof typeof DECLARATIONS, id: string, after: Contribution | null, more: Partial<ResponseChange> = {}): this {
    const known = this.#known.get(id);
    const before = known?.counted ?? null;
    const revision = (known?.revision ?? 0) + 1;
    this.#scoring.answer(id, before, after);
    this.#known.set(id, { revision, counted: after, last: after ?? known!.last });
    const at = momentOf(after ?? known!.last);
    const data: ResponseChange = { id, revision, before, after, answeredAt: at, changedAt: '2026-11-22T12:05:00.000Z', ...more };
    this.#events.push(outgoing(DECLARATIONS[kind] as EventDeclaration, data) as Outgoing);
    return this;
  }
}

/** Five past the hour in Jerusalem, in winter: the default answer was given on 2026-11-22 at 12:05 UTC. */
const momentOf = ({ day, hour }: Contribution): string => new Date(Date.parse(`${day}T00:05:00Z`) + (hour - 2) * 3_600_000).toISOString();
