import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '@candor/http';
import type { EntityManager } from 'typeorm';
import { CatalogueWriter } from '../../publication/catalogue-writer.ts';
import { placementAt } from '../placement.ts';
import { findCycle } from '../cycle.ts';
import { closeUnit, mergeUnit, type Unit } from '../unit.ts';
import { unitEvent } from '../unit-event.ts';
import { UnitRepository } from '../unit.repository.ts';

/** The unit that takes the place of a closed one, from a moment on. */
export interface Successor {
  into: string;
  /** Now unless given. */
  from: Date | undefined;
}

@Injectable()
export class CloseUnitHandler {
  constructor(private readonly writer: CatalogueWriter, private readonly units: UnitRepository) {}

  /** Its history stays. @throws Problem 404, 409 naming the open units below it, now or by a planned move, or 400 naming `into` */
  async handle(key: string, now: Date, successor?: Successor): Promise<void> {
    await this.writer.write(async (tx, announce) => {
      const unit = await this.units.find(key, tx);
      if (!unit) throw notFound('unit', key);
      const children = (await this.units.openUnitsThatName(tx, key)).filter((child) => isOrWillBeBelow(child, key, now));
      if (children.length > 0) throw hasChildren(key, children.map((child) => child.key));
      if (successor) await this.#checkSuccessor(tx, unit, successor.into);
      const closed = successor ? mergeUnit(unit, successor.into, successor.from, now) : closeUnit(unit, now);
      if (closed === unit) return;
      if (successor) await this.#refuseCycle(tx, closed, successor.into);
      await this.units.save(tx, closed);
      announce(unitEvent(closed));
    });
  }

  async #checkSuccessor(tx: EntityManager, { key, mergedInto }: Unit, into: string): Promise<void> {
    if (into === key) throw wrongSuccessor('a unit is not its own successor');
    const named = await this.units.find(into, tx);
    if (!named) throw wrongSuccessor(`unit "${into}" is not known`);
    // Said again, it is no new merger, and the successor may have been closed since.
    if (named.closedAt !== null && mergedInto !== into) throw wrongSuccessor(`unit "${into}" was closed on ${named.closedAt}`);
  }

  async #refuseCycle(tx: EntityManager, unit: Unit, into: string): Promise<void> {
    const ancestry = await this.units.ancestry(tx, unit.placements.flatMap(({ parent }) => (parent === null ? [] : [parent])));
    ancestry.set(unit.key, unit.placements);
    const way = findCycle(unit.key, ancestry);
    if (way) throw wrongSuccessor(`"${into}" was below it then: ${way.join(' -> ')}`);
  }
}

function isOrWillBeBelow({ placements }: Unit, parent: string, now: Date): boolean {
  const current = placementAt(placements, now);
  return placements.slice(current ? placements.indexOf(current) : 0).some((placement) => placement.parent === parent);
}

function wrongSuccessor(message: string): Problem {
  return new Problem({ status: 400, code: 'UNIT.SUCCESSOR', title: 'It cannot take its place', detail: message, errors: [{ field: 'into', message }] });
}

function hasChildren(key: string, children: string[]): Problem {
  const shown = children.length > 10 ? `${children.slice(0, 10).join(', ')} and ${children.length - 10} more` : children.join(', ');
  return new Problem({
    status: 409, code: 'UNIT.HAS_CHILDREN', title: 'Open units hang below it', detail: `Close or move these first: ${shown}`,
    errors: [{ field: 'key', message: `"${key}" has open units below it` }], extensions: { children },
  });
}
