import { CatalogCopy, requireNamed, type Programme } from '@candor/catalog-copy';
import { invalidInput, type FieldError } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import type { ScoresQuery, TotalQuery } from './request.ts';
import { ScoreStore } from './score.store.ts';

/** A request whose names all exist, and that asks for one programme. */
export interface KnownSelection {
  programme: Programme;
  touchpoints: string[] | null;
  units: string[] | null;
}

const TRANSACTIONAL = 'transactional';

/** Checks what a request names against the catalogue and the principal's units. */
@Injectable()
export class ReadSelection {
  constructor(private readonly catalog: CatalogCopy, private readonly store: ScoreStore) {}

  /**
   * @param called what the request calls the parameters
   * @throws Problem 400 naming what is unknown or of two programmes; 403 for units of others
   */
  async read(principal: Principal, query: Pick<ScoresQuery | TotalQuery, 'programme' | 'touchpoint' | 'unit'>, called = { unit: 'unit', touchpoint: 'touchpoint' }): Promise<KnownSelection> {
    const touchpoints = query.touchpoint ?? null;
    const key = query.programme ?? (await this.programmeOf(touchpoints ?? []));
    await requireNamed(this.catalog, principal, { programme: key, touchpoint: touchpoints, unit: query.unit }, called);
    await this.#requireOf(key, touchpoints ?? [], called.touchpoint);
    return { programme: this.catalog.programme(key)!, touchpoints, units: query.unit ?? null };
  }

  /** A figure is of one programme: none named, it is that of the touchpoints. @throws Problem 400 if those are of two */
  async programmeOf(touchpoints: readonly string[]): Promise<string> {
    const found = await Promise.all(touchpoints.map((touchpoint) => this.catalog.touchpointOrWait(touchpoint)));
    const programmes = [...new Set(found.flatMap((touchpoint) => (touchpoint ? [touchpoint.programme] : [])))];
    if (programmes.length > 1) {
      throw invalidInput([{ field: 'touchpoint', message: `a figure is of one programme, and these are of ${programmes.sort().join(' and ')}` }]);
    }
    return programmes[0] ?? TRANSACTIONAL;
  }

  /** A touchpoint that has changed its programme keeps its past in the other one, and can be asked for there. */
  async #requireOf(programme: string, touchpoints: readonly string[], field: string): Promise<void> {
    const errors: FieldError[] = [];
    for (const key of touchpoints) {
      const own = this.catalog.touchpoint(key)!.programme;
      if (own !== programme && !(await this.store.hasHistory(programme, key))) errors.push({ field, message: `${key} is of the programme ${own}, not of ${programme}` });
    }
    if (errors.length > 0) throw invalidInput(errors);
  }
}
