import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { forbidden, notFound, pageOf } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { UnitScope } from '../../access/unit-scope.ts';
import { SIGNAL_KINDS, type SignalKind } from '../place.ts';
import type { SignalsQuery } from './request.ts';
import { historyView, signalView, type OneSignalView, type SignalView } from './signal.view.ts';
import { SignalsStore, type SignalRow } from './signals.store.ts';

const ON_PEOPLE: readonly SignalKind[] = ['begging', 'cherry-picking'];

@Injectable()
export class SignalsService {
  constructor(private readonly store: SignalsStore, private readonly scope: UnitScope, private readonly catalog: CatalogCopy) {}

  /** @throws Problem 400 for what is not there, 403 for units that are not the principal's */
  async list(principal: Principal, query: SignalsQuery): Promise<{ data: SignalView[]; next: string | null; open: number }> {
    await requireNamed(this.catalog, principal, query);
    const visible = this.scope.visible(principal);
    const named = query.unit && this.catalog.withDescendants(query.unit);
    const units = named ? [...named].filter((unit) => visible === null || visible.includes(unit)) : visible;
    const kinds = (query.kind ?? SIGNAL_KINDS).filter((kind) => mayKnow(principal, kind));
    const { rows, open } = await this.store.list(query, units, kinds);
    return { ...pageOf(rows, query.limit, signalView, ({ openedAt, id }) => [openedAt.toISOString(), id]), open };
  }

  /** @throws Problem 404 for one that is not there, or not the principal's to know */
  async one(principal: Principal, id: string): Promise<OneSignalView> {
    const row = await this.#known(principal, id);
    return { ...signalView(row), history: (await this.store.history(id)).map(historyView) };
  }

  /** Whoever is rated by it does not put it away: begging and cherry-picking need the right to correct, which a measured unit does not have. */
  async acknowledge(principal: Principal, id: string, note: string): Promise<OneSignalView> {
    const { kind } = await this.#known(principal, id);
    const allowed = principal.scopes.includes('responses:correct') || (!ON_PEOPLE.includes(kind) && principal.scopes.includes('cases:assign'));
    if (!allowed) throw forbidden(['responses:correct']);
    await this.store.acknowledge(id, principal, note);
    return this.one(principal, id);
  }

  async #known(principal: Principal, id: string): Promise<SignalRow> {
    const row = await this.store.one(id);
    const visible = this.catalog.visible(principal);
    if (!row || (visible && !visible.has(row.unit)) || !mayKnow(principal, row.kind)) throw notFound('signal', id);
    return row;
  }
}

/** What is held against colleagues is not for the whole team. */
const mayKnow = ({ scopes }: Principal, kind: SignalKind): boolean => !ON_PEOPLE.includes(kind) || scopes.includes('decisions:read');
