import { Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { KafkaPort, MESSAGING_OPTIONS, type MessagingOptions } from '@candor/messaging';
import { LOGGER, ReadinessRegistry, type Logger } from '@candor/observability';
import { Inject, Injectable, Optional, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { brandFor, indexBrands, type BrandIndex } from './brand-for.ts';
import { Catalog, type CatalogChange } from './catalog.ts';
import type { Brand, Programme, Touchpoint, Unit } from './entries.ts';
import { Follower } from './follower.ts';
import { timesBelow, type TimesBelow } from './times-below.ts';
import { pathAt, withDescendantsAt } from './tree.ts';

const REACH_END_MS = 2000;
/** Placements may begin without any event, so what was worked out for a moment is kept no longer than this. */
const VISIBLE_MS = 1000;

/**
 * The catalogue in memory, in every instance. Reading it costs nothing; before a key is called unknown, the `...OrWait` methods make sure that
 * everything published until now has been seen.
 */
@Injectable()
export class CatalogCopy implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #catalog = new Catalog();
  readonly #follower: Follower;
  readonly #listeners = new Set<(change: CatalogChange) => void>();
  readonly #visible = new Map<string, { units: Set<string>; until: number }>();
  readonly #below = new Map<string, TimesBelow>();
  #brands: BrandIndex = indexBrands([]);
  #ready = false;
  #closing = false;

  constructor(
    kafka: KafkaPort,
    @Inject(MESSAGING_OPTIONS) { service }: MessagingOptions,
    @Inject(LOGGER) log: Logger,
    @Optional() private readonly readiness?: ReadinessRegistry,
  ) {
    this.#follower = new Follower(kafka, service, log, (event) => {
      const change = this.#catalog.apply(event);
      if (!change) return;
      this.#visible.clear();
      if (change.kind === 'unit') this.#below.clear();
      if (change.kind === 'brand') this.#brands = indexBrands(this.#catalog.brands.values());
      for (const listener of this.#listeners) listener(change);
    });
  }

  onApplicationBootstrap(): void {
    this.readiness?.add('catalogue copy', () => (this.#ready ? undefined : 'has not read the catalogue to its end yet'));
    this.#follower.start();
    void this.#becomeReady();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closing = true;
    await this.#follower.stop();
  }

  unit(key: string): Unit | undefined {
    return this.#catalog.units.get(key);
  }

  touchpoint(key: string): Touchpoint | undefined {
    return this.#catalog.touchpoints.get(key);
  }

  programme(key: string): Programme | undefined {
    return this.#catalog.programmes.get(key);
  }

  units(): Unit[] {
    return [...this.#catalog.units.values()];
  }

  touchpoints(): Touchpoint[] {
    return [...this.#catalog.touchpoints.values()];
  }

  programmes(): Programme[] {
    return [...this.#catalog.programmes.values()];
  }

  /** How messages of a programme about a unit look. @param path from the root to the unit */
  brandFor(path: readonly string[], programme: string): Brand | undefined {
    return brandFor(this.#brands, path, programme);
  }

  /** What customers are asked to recommend, in the same word on every channel: the brand, or else the root of the tree. @param path from the root to the unit, not empty */
  brandName(path: readonly string[], programme: string): string {
    const root = path[0] ?? '';
    return this.brandFor(path, programme)?.name ?? this.unit(root)?.name ?? root;
  }

  /** From the root to the unit itself, as the tree was at that time. */
  pathOf(unitKey: string, at: Date): string[] {
    return pathAt(this.#catalog.units, unitKey, at);
  }

  /** These units (those that exist) and all below them. */
  withDescendants(unitKeys: Iterable<string>, at = new Date()): Set<string> {
    return withDescendantsAt(this.#catalog.units, unitKeys, at);
  }

  /** When each unit was below these (or was one of them), by the placements known now. Not to be changed by the caller. */
  timesBelow(unitKeys: readonly string[]): TimesBelow {
    const roots = unitKeys.toSorted().join(' ');
    const known = this.#below.get(roots);
    if (known) return known;
    const found = timesBelow(this.#catalog.units, unitKeys);
    if (this.#below.size > 100) this.#below.clear();
    this.#below.set(roots, found);
    return found;
  }

  /** The units that the principal may see, as the tree is now; null: all of them. Not to be changed by the caller. */
  visible({ units }: Pick<Principal, 'units'>): ReadonlySet<string> | null {
    if (units === null) return null;
    const roots = units.toSorted().join(' ');
    const known = this.#visible.get(roots);
    if (known && known.until > performance.now()) return known.units;
    const found = this.withDescendants(units);
    if (this.#visible.size > 1000) this.#visible.clear();
    this.#visible.set(roots, { units: found, until: performance.now() + VISIBLE_MS });
    return found;
  }

  /**
   * Waits until everything is here that was published before the call.
   * @throws Problem 503 CATALOG.BEHIND after `timeoutMs`
   */
  async reachEnd(timeoutMs = REACH_END_MS): Promise<void> {
    const reached = await this.#follower.reachEnd(timeoutMs).catch((cause: unknown) => behind(cause));
    if (!reached) behind();
  }

  /** Looks; if it is not there, waits for the present end of the catalogue and looks again. */
  unitOrWait(key: string): Promise<Unit | undefined> {
    return this.#orWait(() => this.unit(key));
  }

  touchpointOrWait(key: string): Promise<Touchpoint | undefined> {
    return this.#orWait(() => this.touchpoint(key));
  }

  programmeOrWait(key: string): Promise<Programme | undefined> {
    return this.#orWait(() => this.programme(key));
  }

  /** @returns a function that ends it. The callback must not throw. */
  onChange(listener: (change: CatalogChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #orWait<T>(look: () => T | undefined): Promise<T | undefined> {
    const found = look();
    if (found !== undefined) return found;
    await this.reachEnd();
    return look();
  }

  async #becomeReady(): Promise<void> {
    while (!this.#ready && !this.#closing) {
      this.#ready = await this.#follower.reachEnd(REACH_END_MS).catch(() => false);
      if (!this.#ready) await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function behind(cause?: unknown): never {
  throw new Problem({
    status: 503, code: 'CATALOG.BEHIND', title: 'Not available at the moment', detail: 'The catalogue cannot be read to its end right now; nothing was changed, try again',
    headers: { 'retry-after': '2' }, cause,
  });
}
