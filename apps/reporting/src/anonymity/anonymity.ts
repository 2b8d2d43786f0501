import { CatalogCopy } from '@candor/catalog-copy';
import { cellScored, invitationProgressed, type ResponseChange } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import { Injectable } from '@nestjs/common';

/**
 * Keeps what tells single answers of anonymous programmes away from everything that figures, lists and BI tools are read from. What is published of them
 * comes from batches alone (`release.ts`).
 */
@Injectable()
export class Anonymity {
  constructor(private readonly catalog: CatalogCopy) {}

  /** Without the cells that scoring makes of anonymous answers, and without what invitations tell of who answered. */
  async cells(events: readonly Received[]): Promise<Received[]> {
    const cells = events.filter((event) => isEvent(event, cellScored));
    const anonymous = await this.#anonymous(cells.map(({ data }) => data.programme));
    if (anonymous.size === 0) return cells;
    return cells.flatMap((event) => {
      const { data } = event;
      if (!anonymous.has(data.programme)) return [event];
      return data.funnel ? [{ ...event, data: { ...data, funnel: { ...data.funnel, answered: 0, maturedDelivered: 0, maturedAnswered: 0, opened: 0, started: 0 } } }] : [];
    });
  }

  /** An invitation that was answered looks like one that was not: who was asked is known, who answered is not. */
  async invitations(events: readonly Received[]): Promise<Received[]> {
    const anonymous = await this.#anonymous(events.flatMap((event) => (isEvent(event, invitationProgressed) && event.data.after ? [event.data.after.programme] : [])));
    if (anonymous.size === 0) return [...events];
    return events.map((event) => (isEvent(event, invitationProgressed) && event.data.after && anonymous.has(event.data.after.programme)
      ? { ...event, data: { ...event.data, after: { ...event.data.after, answered: false, matured: false, opened: false, started: false } } }
      : event));
  }

  /** Changes of answers, apart. One that does not say its programme is among both: it changes only what is known already. */
  async answers(events: readonly Received[]): Promise<{ open: Received[]; anonymous: Received[] }> {
    const programmeIn = ({ data }: Received): string | undefined => ((data as ResponseChange).after ?? (data as ResponseChange).before)?.programme;
    const said = events.filter(({ tombstone }) => !tombstone);
    const anonymous = await this.#anonymous(said.flatMap((event) => programmeIn(event) ?? []));
    const isOne = (event: Received): boolean => anonymous.has(programmeIn(event) ?? '');
    return { open: said.filter((event) => !isOne(event)), anonymous: said.filter((event) => programmeIn(event) === undefined || isOne(event)) };
  }

  /** The catalogue may be read later than what speaks of it: whether a programme is anonymous is waited for, never guessed. */
  async #anonymous(programmes: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const key of new Set(programmes)) {
      const programme = this.catalog.programme(key) ?? await this.catalog.programmeOrWait(key).catch((error: Error) => {
        throw Object.assign(error, { transient: true });
      });
      if (programme?.anonymous) found.add(key);
    }
    return found;
  }
}
