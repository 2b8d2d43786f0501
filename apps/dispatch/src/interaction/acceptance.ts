import { CatalogCopy } from '@candor/catalog-copy';
import { isTransient } from '@candor/database';
import { GroupCommit, Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { durationMs } from '../decision/policy.ts';
import { Loops } from '../timer/loops.ts';
import { acceptParcels, type Setting } from './accept.ts';
import type { FieldError, InteractionEvent } from './cloud-event.ts';
import type { NewInteraction, Parcel, ParcelOutcome } from './sort-out.ts';

const ATTEMPTS = 5;
/** At once when idle; otherwise what arrives within this time shares a transaction. */
const PACE_MS = 5;
const LARGEST_GROUP = 500;
/** Parcels that wait: a parcel is a request, whose sender waits too. */
const QUEUE = 10_000;

/** The one way in for interactions, whatever brought them. */
@Injectable()
export class Acceptance {
  readonly #group = new GroupCommit<Parcel, ParcelOutcome>((parcels) => this.#commit(parcels), { pace: PACE_MS, most: LARGEST_GROUP, sizeOf: ({ events }) => events.length, queue: QUEUE });

  constructor(private readonly outbox: Outbox, private readonly catalog: CatalogCopy, private readonly loops: Loops) {}

  /** Stores a parcel durably, sharing the transaction with others that arrive now. */
  async accept(parcel: Parcel): Promise<ParcelOutcome> {
    const outcome = await this.#group.submit(parcel);
    if (outcome.ok && outcome.accepted > 0) this.loops.wake('decide');
    return outcome;
  }

  /** The same within a transaction of the caller, who wakes the loops after the commit. */
  acceptIn(tx: EntityManager, parcels: readonly Parcel[], now = new Date()): Promise<ParcelOutcome[]> {
    return acceptParcels(tx, this.outbox, parcels, (interaction) => this.#settingOf(interaction), now);
  }

  /**
   * What the catalogue does not know of these events. Looks again at the catalogue's present end before it calls a key unknown, once for all of them.
   * @param prefixOf what stands before the fields of the event at this place.
   * @throws Problem 503 if the catalogue cannot be read to its end
   */
  async unknownKeys(events: readonly InteractionEvent[], prefixOf: (index: number) => string): Promise<FieldError[]> {
    const found = this.#unknownNow(events, prefixOf);
    if (found.length === 0) return found;
    await this.catalog.reachEnd();
    return this.#unknownNow(events, prefixOf);
  }

  #unknownNow(events: readonly InteractionEvent[], prefixOf: (index: number) => string): FieldError[] {
    return events.flatMap(({ data }, index) => [
      ...(this.catalog.touchpoint(data.touchpoint) ? [] : [{ field: `${prefixOf(index)}data.touchpoint`, message: `there is no touchpoint "${data.touchpoint}"` }]),
      ...(this.catalog.unit(data.unit) ? [] : [{ field: `${prefixOf(index)}data.unit`, message: `there is no unit "${data.unit}"` }]),
    ]);
  }

  async #commit(parcels: Parcel[]): Promise<ParcelOutcome[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.outbox.transaction((tx) => this.acceptIn(tx, parcels));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  #settingOf({ data }: NewInteraction): Setting {
    const touchpoint = this.catalog.touchpoint(data.touchpoint);
    const programme = touchpoint && this.catalog.programme(touchpoint.programme);
    if (!touchpoint) throw new Error(`The touchpoint ${data.touchpoint} has left the catalogue`);
    // A programme that has not arrived here yet will have when the decision is made; 1 is the first version of any.
    return { programme: touchpoint.programme, policyVersion: programme?.version ?? 1, delayMs: durationMs(touchpoint.delay) };
  }
}
