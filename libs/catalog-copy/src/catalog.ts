import { brandSet, programmeSet, touchpointSet, unitSet } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import type { Brand, Programme, Touchpoint, Unit } from './entries.ts';

/** What became different. `after` is undefined where the entry is gone. */
export type CatalogChange =
  | { kind: 'unit'; key: string; after: Unit | undefined }
  | { kind: 'touchpoint'; key: string; after: Touchpoint | undefined }
  | { kind: 'programme'; key: string; after: Programme | undefined }
  | { kind: 'brand'; key: string; after: Brand | undefined };

/** The catalogue in memory: applies events in their order. */
export class Catalog {
  readonly units = new Map<string, Unit>();
  readonly touchpoints = new Map<string, Touchpoint>();
  readonly programmes = new Map<string, Programme>();
  readonly brands = new Map<string, Brand>();

  apply(event: Received): CatalogChange | undefined {
    if (event.tombstone) return this.#remove(event.key);
    if (isEvent(event, unitSet)) return this.#set('unit', this.units, event.data);
    if (isEvent(event, touchpointSet)) return this.#set('touchpoint', this.touchpoints, event.data);
    if (isEvent(event, programmeSet)) return this.#set('programme', this.programmes, event.data);
    if (isEvent(event, brandSet)) return this.#set('brand', this.brands, event.data);
    return undefined;
  }

  #set<E extends { key: string }>(kind: CatalogChange['kind'], entries: Map<string, E>, entry: E): CatalogChange {
    entries.set(entry.key, Object.freeze(entry));
    return { kind, key: entry.key, after: entry } as unknown as CatalogChange;
  }

  #remove(recordKey: string): CatalogChange | undefined {
    const [kind, key = ''] = recordKey.split('/', 2);
    const entries = { unit: this.units, touchpoint: this.touchpoints, programme: this.programmes, brand: this.brands }[kind ?? ''];
    return entries?.delete(key) ? ({ kind, key, after: undefined } as CatalogChange) : undefined;
  }
}

