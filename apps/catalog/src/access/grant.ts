import { Injectable } from '@nestjs/common';
import { invalidInput, Problem } from '@candor/http';
import { missingScopes, type Principal, type Scope } from '@candor/identity';
import { DataSource, In } from 'typeorm';
import { UnitEntity } from '../unit/unit.entity.ts';
import { Visibility } from '../unit/visibility.ts';

/** Nobody gives what they do not have: neither a right nor a unit. */
@Injectable()
export class Grant {
  constructor(private readonly visibility: Visibility, private readonly dataSource: DataSource) {}

  /** @throws Problem 403 naming `field` and the rights that the granter lacks */
  requireScopes(granter: Principal, scopes: readonly Scope[], field: string): void {
    const missing = missingScopes(granter, scopes);
    if (missing.length === 0) return;
    const message = `needs rights that you do not have: ${missing.join(', ')}`;
    throw new Problem({ status: 403, code: 'GRANT.BEYOND_OWN', title: 'You cannot give what you do not have', detail: message, errors: [{ field, message }], extensions: { missing } });
  }

  /**
   * The units of the grant: those asked for, or all of the granter's if none were.
   * @throws Problem 400 naming an unknown unit, 403 naming one that is not the granter's
   */
  async unitsOf(granter: Principal, units: string[] | null | undefined): Promise<string[] | null> {
    if (units === undefined) return granter.units;
    if (units !== null) await this.#requireKnown(units);
    await this.visibility.require(granter, units, 'units');
    return units;
  }

  /** Whether the granter may see and change a grant over these units. */
  async covers(granter: Principal, units: readonly string[] | null): Promise<boolean> {
    const visible = await this.visibility.of(granter);
    return visible === null || (units !== null && units.every((unit) => visible.has(unit)));
  }

  async #requireKnown(units: string[]): Promise<void> {
    const known = new Set((await this.dataSource.getRepository(UnitEntity).find({ where: { key: In(units) }, select: { key: true } })).map(({ key }) => key));
    const errors = units.flatMap((unit, index) => (known.has(unit) ? [] : [{ field: `units[${index}]`, message: `unit "${unit}" is not known` }]));
    if (errors.length > 0) throw invalidInput(errors);
  }
}
