import { Injectable } from '@nestjs/common';
import { Problem } from '@candor/http';
import type { EntityManager } from 'typeorm';
import { CatalogueWriter, type Announce } from '../../publication/catalogue-writer.ts';
import { findCycle } from '../cycle.ts';
import { currentParent, inheritTimeZone, putUnit, type PutUnit, type Unit } from '../unit.ts';
import { unitEvent } from '../unit-event.ts';
import { UnitRepository } from '../unit.repository.ts';

@Injectable()
export class PutUnitHandler {
  constructor(private readonly writer: CatalogueWriter, private readonly units: UnitRepository) {}

  /** @throws Problem 400 naming `parent` if it is unknown, closed, or below the unit itself */
  async handle(command: PutUnit, now: Date): Promise<{ unit: Unit; created: boolean }> {
    return this.writer.write(async (tx, announce) => {
      const existing = await this.units.find(command.key, tx);
      const draft = putUnit(existing, command, undefined, now);
      const unit = putUnit(existing, command, await this.#parentTimeZone(tx, command, currentParent(draft, now)), now);
      if (unit !== existing) {
        await this.#refuseCycle(tx, unit);
        await this.units.save(tx, unit);
        announce(unitEvent(unit));
        if (existing && existing.timeZone !== unit.timeZone) await this.#passOnTimeZone(tx, unit, now, announce);
      }
      return { unit, created: !existing };
    });
  }

  async #parentTimeZone(tx: EntityManager, { key, parent: said }: PutUnit, current: string | null): Promise<string | undefined> {
    if (said !== null && said !== key) {
      const named = await this.units.find(said, tx);
      if (!named) throw wrongParent('UNIT.PARENT_UNKNOWN', 'There is no such parent', `unit "${said}" is not known`);
      if (named.closedAt !== null) throw wrongParent('UNIT.PARENT_CLOSED', 'The parent is closed', `unit "${said}" was closed on ${named.closedAt}`);
    }
    return current === null ? undefined : (await this.units.find(current, tx))?.timeZone;
  }

  async #refuseCycle(tx: EntityManager, unit: Unit): Promise<void> {
    const parents = unit.placements.map(({ parent }) => parent).filter((parent) => parent !== null);
    const ancestry = await this.units.ancestry(tx, parents);
    ancestry.set(unit.key, unit.placements);
    const way = findCycle(unit.key, ancestry);
    if (way) throw wrongParent('UNIT.CYCLE', 'A unit cannot be below itself', `this would make a circle: ${way.join(' -> ')}`);
  }

  async #passOnTimeZone(tx: EntityManager, parent: Unit, now: Date, announce: Announce): Promise<void> {
    for (const child of await this.units.openUnitsThatName(tx, parent.key)) {
      if (currentParent(child, now) !== parent.key) continue;
      const changed = inheritTimeZone(child, parent.timeZone, now);
      if (changed === child) continue;
      await this.units.save(tx, changed);
      announce(unitEvent(changed));
      await this.#passOnTimeZone(tx, changed, now, announce);
    }
  }
}

function wrongParent(code: string, title: string, message: string): Problem {
  return new Problem({ status: 400, code, title, detail: message, errors: [{ field: 'parent', message }] });
}
