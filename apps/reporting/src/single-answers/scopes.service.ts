import { CatalogCopy, type Programme } from '@candor/catalog-copy';
import { Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ReadSelection, type KnownSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { needsPaths, sourcesOf, type UnitSelection } from '../scores/selection.ts';
import type { singleShape } from './request.ts';
import type { Scope } from './scope.ts';

export type SingleQuery = Pick<z.output<typeof singleShape>, 'programme' | 'touchpoint' | 'unit' | 'descendants' | 'tree' | 'from' | 'to'>;

/** Checks a selection whose rows are looked at one by one. */
@Injectable()
export class Scopes {
  constructor(private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scores: ScoresService) {}

  /** @throws Problem 400 and 403 for a wrong selection; 403 for an anonymous programme, of which only published figures are told */
  async read(principal: Principal, query: SingleQuery): Promise<{ selection: KnownSelection; programme: Programme; scope: Scope }> {
    const selection = await this.selections.read(principal, query);
    refuseAnonymous(selection.programme);
    return { selection, programme: selection.programme, scope: await this.scope(principal, selection, query) };
  }

  /** The rows that the figures of the same selection are made of. */
  async scope(principal: Principal, { programme, touchpoints, units }: KnownSelection, { descendants, tree, from, to }: SingleQuery): Promise<Scope> {
    // By the hour figures come from units' own rows and, of units that moved, from single answers: that is what a row belongs to.
    const chosen: UnitSelection = { units, descendants, tree, byUnit: false, hourly: true };
    const world = { roots: principal.units, members: (unit: string) => this.catalog.withDescendants([unit]) };
    const sources = sourcesOf(chosen, world, needsPaths(chosen, world) ? await this.scores.paths() : []);
    const parts = sources.map(({ units: of, through }) => ({ units: of, ...(through ? { through } : {}) }));
    return { programme: programme.key, touchpoints, window: { from: from ?? null, to: to ?? null }, parts };
  }
}

/** Whoever compares single answers finds single people (domain 9.4). */
export function refuseAnonymous({ key, anonymous }: Pick<Programme, 'key' | 'anonymous'>): void {
  if (!anonymous) return;
  throw new Problem({
    status: 403, code: 'PROGRAMME.ANONYMOUS', title: 'That is not told of an anonymous programme', detail: `${key} is anonymous: only published figures are told of it`,
    errors: [{ field: 'programme', message: `${key} is anonymous` }],
  });
}
