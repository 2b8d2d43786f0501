import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '@candor/http';
import { CatalogueWriter } from '../../publication/catalogue-writer.ts';
import { placementAt } from '../placement.ts';
import { closeUnit, type Unit } from '../unit.ts';
import { unitEvent } from '../unit-event.ts';
import { UnitRepository } from '../unit.repository.ts';

@Injectable()
export class CloseUnitHandler {
  constructor(private readonly writer: CatalogueWriter, private readonly units: UnitRepository) {}

  /** Its history stays. @throws Problem 404, or 409 naming the open units below it, now or by a planned move */
  async handle(key: string, now: Date): Promise<void> {
    await this.writer.write(async (tx, announce) => {
      const unit = await this.units.find(key, tx);
      if (!unit) throw notFound('unit', key);
      const children = (await this.units.openUnitsThatName(tx, key)).filter((child) => isOrWillBeBelow(child, key, now));
      if (children.length > 0) throw hasChildren(key, children.map((child) => child.key));
      const closed = closeUnit(unit, now);
      if (closed === unit) return;
      await this.units.save(tx, closed);
      announce(unitEvent(closed));
    });
  }
}

function isOrWillBeBelow({ placements }: Unit, parent: string, now: Date): boolean {
  const current = placementAt(placements, now);
  return placements.slice(current ? placements.indexOf(current) : 0).some((placement) => placement.parent === parent);
}

function hasChildren(key: string, children: string[]): Problem {
  const shown = children.length > 10 ? `${children.slice(0, 10).join(', ')} and ${children.length - 10} more` : children.join(', ');
  return new Problem({
    status: 409, code: 'UNIT.HAS_CHILDREN', title: 'Open units hang below it', detail: `Close or move these first: ${shown}`,
    errors: [{ field: 'key', message: `"${key}" has open units below it` }], extensions: { children },
  });
}
