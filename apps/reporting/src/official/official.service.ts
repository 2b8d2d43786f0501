import { isDeepStrictEqual } from 'node:util';
import { CatalogCopy } from '@candor/catalog-copy';
import { invalidInput, notFound, Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { figureOf } from '../scores/figure.ts';
import { ScoreStore } from '../scores/score.store.ts';
import { earliestDay } from '../scores/today.ts';
import { OfficialStore, type Edition, type Frozen, type Of, type Place } from './official.store.ts';
import { daysOf } from './quarter.ts';

export interface Published {
  edition: Edition;
  editions: Edition[];
  figures: Frozen[];
  /** Of the edition before; empty for the first. */
  before: Frozen[];
}

/** Quarters as they were published. What was published stays; a correction is a further edition with its reason. */
@Injectable()
export class OfficialService {
  constructor(private readonly catalog: CatalogCopy, private readonly scores: ScoreStore, private readonly store: OfficialStore) {}

  /** Freezes a quarter; the same call again changes nothing. @throws Problem 409 while it is not over, or if nothing happened in it */
  async freeze(principal: Principal, of: Of, quarter: string): Promise<Published> {
    if ((await this.store.editions(of, quarter)).length === 0) await this.#add(principal, of, quarter, [], null);
    return this.published(of, quarter);
  }

  /** Freezes it again, visibly. @throws Problem 404 if it was never frozen, 409 if every figure is what it was */
  async restate(principal: Principal, of: Of, quarter: string, reason: string): Promise<Published> {
    const editions = await this.store.editions(of, quarter);
    if (!editions[0]) throw notFound('quarter', quarter);
    if (!(await this.#add(principal, of, quarter, editions, reason))) throw conflict('OFFICIAL.RESTATED', `${quarter} was restated by somebody else meanwhile`);
    return this.published(of, quarter);
  }

  /** @throws Problem 404; 409 if somebody else has signed it */
  async sign(principal: Principal, of: Of, quarter: string): Promise<Published> {
    const { edition } = await this.published(of, quarter);
    if (!(await this.store.sign(edition.id, principal))) {
      const signed = await this.published(of, quarter);
      if (signed.edition.signedBy !== principal.subject) throw conflict('OFFICIAL.SIGNED', `${quarter} was signed by ${signed.edition.signedByName ?? signed.edition.signedBy}`);
      return signed;
    }
    return this.published(of, quarter);
  }

  /** @param number of the edition; the last one if not said. @throws Problem 404 */
  async published(of: Of, quarter: string, number?: number): Promise<Published> {
    const editions = await this.store.editions(of, quarter);
    const at = number === undefined ? 0 : editions.findIndex(({ edition }) => edition === number);
    const edition = editions[at];
    if (!edition) throw notFound('quarter', number === undefined ? quarter : `${quarter}, edition ${number}`);
    const previous = editions[at + 1];
    const [figures, before] = await Promise.all([this.store.figures(edition.id), previous ? this.store.figures(previous.id) : []]);
    return { edition, editions, figures, before };
  }

  async #add({ subject, name }: Principal, of: Of, quarter: string, editions: readonly Edition[], reason: string | null): Promise<boolean> {
    const { from, to } = daysOf(quarter)!;
    if (earliestDay(new Date(), this.catalog.units().map(({ timeZone }) => timeZone)) < to) throw conflict('OFFICIAL.NOT_OVER', `${quarter} is not over in every unit's time zone`);
    const programme = await this.catalog.programmeOrWait(of.programme);
    if (!programme) throw invalidInput([{ field: 'programme', message: `there is no programme ${of.programme}` }]);
    // Read first: everything scored until then is in the figures.
    const asOf = (await this.scores.asOf()) ?? new Date();
    const [sums, targets, before] = await Promise.all([this.store.sums(of, from, to), this.store.targets(of), editions[0] ? this.store.figures(editions[0].id) : []]);
    const target = new Map(targets.map((one) => [placeOf(one), one.value]));
    const figures = sums.map(({ unit, touchpoint, sums: counted }): Frozen =>
      ({ unit, touchpoint, figure: figureOf(of.measure, counted, programme), target: target.get(placeOf({ unit, touchpoint })) ?? null }));
    if (figures.length === 0) throw conflict('OFFICIAL.EMPTY', `Nothing was answered in ${quarter}`);
    const changed = editions[0] ? changedFigures(before, figures) : 0;
    if (editions[0] && changed === 0) throw conflict('OFFICIAL.UNCHANGED', `Every figure of ${quarter} is what it was: there is nothing to restate`);
    return this.store.add({ id: uuid(), ...of, quarter, edition: (editions[0]?.edition ?? 0) + 1, asOf, reason, changed, frozenBy: subject, frozenByName: name }, figures);
  }
}

export const placeOf = ({ unit, touchpoint }: Place): string => `${unit}|${touchpoint}`;

/** Figures that are another than before, are new, or are gone. Targets are those of the day and change nothing. */
function changedFigures(before: readonly Frozen[], after: readonly Frozen[]): number {
  const held = new Map(before.map((one) => [placeOf(one), one.figure]));
  const others = after.filter((one) => !isDeepStrictEqual(held.get(placeOf(one)), JSON.parse(JSON.stringify(one.figure)))).length;
  const now = new Set(after.map(placeOf));
  return others + before.filter((one) => !now.has(placeOf(one))).length;
}

const conflict = (code: string, detail: string): Problem => new Problem({ status: 409, code, title: 'That cannot be done to an official figure', detail });
