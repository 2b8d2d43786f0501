import type { Column, EntitySet } from '../entity-sets/entity-set.ts';
import { badOption } from './odata-error.ts';

/** @throws Problem 400 naming the option in which a property stands that the set does not have */
export function columnOf(set: EntitySet, name: string, option: string): Column {
  const column = Object.hasOwn(set.columns, name) ? set.columns[name] : undefined;
  if (!column) throw badOption(option, `${set.name} has no property ${name}`);
  return column;
}
