import { Injectable } from '@nestjs/common';
import { beyondYourUnits, notYourUnits } from '@candor/http';
import type { Principal } from '@candor/identity';
import { UnitRepository } from './unit.repository.ts';

/** Limits what a principal reads and writes to its units and everything below them. */
@Injectable()
export class Visibility {
  constructor(private readonly units: UnitRepository) {}

  /** null: all units. */
  async of(principal: Principal): Promise<ReadonlySet<string> | null> {
    return principal.units === null ? null : this.units.subtree(principal.units, new Date());
  }

  /** @throws Problem 403 naming `field` unless all these units are the principal's to manage; null stands for the whole enterprise. */
  async require(principal: Principal, units: readonly string[] | null, field: string): Promise<void> {
    const visible = await this.of(principal);
    if (visible === null) return;
    if (units === null) throw wholeEnterprise(field);
    const outside = units.filter((unit) => !visible.has(unit));
    if (outside.length > 0) throw notYourUnits(outside.map((unit) => ({ field, unit })));
  }

  /** @throws Problem 403 if the principal is limited to some units: touchpoints and programmes belong to the whole enterprise. */
  requireAll(principal: Principal): void {
    if (principal.units !== null) throw wholeEnterprise('key');
  }
}

const wholeEnterprise = (field: string) => beyondYourUnits(`${field}: is of the whole enterprise, and you are limited to some units`, [{ field, message: 'is of the whole enterprise' }]);
