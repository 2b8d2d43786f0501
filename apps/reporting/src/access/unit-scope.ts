import { CatalogCopy } from '@candor/catalog-copy';
import { invalidInput, Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';

/** Which units somebody may see, and whether those they name are among them. */
@Injectable()
export class UnitScope {
  constructor(private readonly catalog: CatalogCopy) {}

  /**
   * @throws Problem 400 for a unit that does not exist; 403 for one that is not the principal's, whether it exists or not: a limited
   * principal learns nothing of others
   */
  async check(principal: Principal, units: readonly string[], field = 'unit'): Promise<void> {
    const known = await Promise.all(units.map((unit) => this.catalog.unitOrWait(unit)));
    const visible = this.catalog.visible(principal);
    const foreign = visible ? units.filter((unit) => !visible.has(unit)) : [];
    if (foreign.length > 0) throw notYours(field, foreign);
    const unknown = units.filter((_, i) => known[i] === undefined);
    if (unknown.length > 0) throw invalidInput(unknown.map((unit) => ({ field, message: `there is no unit ${unit}` })));
  }

  /** All units that the principal may see, as the tree is now; null: every unit. */
  visible(principal: Principal): string[] | null {
    const visible = this.catalog.visible(principal);
    return visible && [...visible];
  }
}

function notYours(field: string, units: readonly string[]): Problem {
  return new Problem({
    status: 403, code: 'UNIT.NOT_YOURS', title: 'That is not among your units', detail: `You may not see ${units.join(', ')}`,
    errors: units.map((unit) => ({ field, message: `${unit} is not among your units` })),
  });
}
