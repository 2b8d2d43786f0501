import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';

/** Which units somebody may see, and whether those they name are among them. */
@Injectable()
export class UnitScope {
  constructor(private readonly catalog: CatalogCopy) {}

  /** @throws Problem 400 for a unit that does not exist; 403 for one that is not the principal's */
  check(principal: Principal, units: readonly string[], field = 'unit'): Promise<void> {
    return requireNamed(this.catalog, principal, { unit: units }, { unit: field });
  }

  /** All units that the principal may see, as the tree is now; null: every unit. */
  visible(principal: Principal): string[] | null {
    const visible = this.catalog.visible(principal);
    return visible && [...visible];
  }
}
