import type { InteractionEvent } from './cloud-event.ts';
import { contentHash, identityOf, isSameContent } from './identity.ts';

/** What one request, or one record of the topic, brought: stored whole or not at all. */
export interface Parcel {
  events: readonly InteractionEvent[];
  correlation?: string | undefined;
}
export interface NewInteraction extends InteractionEvent {
  hash: Buffer;
  correlation: string | undefined;
}
/** What becomes of a parcel; `conflict` is the place of the event whose identity was used with other content. */
export type ParcelOutcome = { ok: true; accepted: number; duplicates: number } | { ok: false; conflict: number };

/**
 * Sorts parcels, in their order, into what is new, what is known and what contradicts something known. A parcel that contradicts leaves no trace; two
 * parcels in one call see each other as if they had come one after the other.
 * @param known content hashes by identity of the interactions already stored.
 */
export function sortOut(parcels: readonly Parcel[], known: ReadonlyMap<string, Buffer>): { outcomes: ParcelOutcome[]; fresh: NewInteraction[] } {
  const seen = new Map(known);
  const fresh: NewInteraction[] = [];
  const outcomes = parcels.map(({ events, correlation }): ParcelOutcome => {
    const added = new Map<string, NewInteraction>();
    for (const [index, event] of events.entries()) {
      const identity = identityOf(event);
      const hash = contentHash(event);
      const earlier = seen.get(identity) ?? added.get(identity)?.hash;
      if (earlier === undefined) added.set(identity, { ...event, hash, correlation });
      // What is known no longer, since its customer was erased, is taken for the same.
      else if (earlier.length > 0 && !isSameContent(earlier, hash)) return { ok: false, conflict: index };
    }
    for (const [identity, interaction] of added) {
      seen.set(identity, interaction.hash);
      fresh.push(interaction);
    }
    return { ok: true, accepted: added.size, duplicates: events.length - added.size };
  });
  return { outcomes, fresh };
}
