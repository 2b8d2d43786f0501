import { invalidInput, notYourUnits, unknownKey } from '@candor/http';
import type { Principal } from '@candor/identity';
import type { CatalogCopy } from './catalog-copy.ts';

/** Keys by what they are of. */
export interface Named {
  programme?: string | readonly string[] | null | undefined;
  touchpoint?: string | readonly string[] | null | undefined;
  unit?: string | readonly string[] | null | undefined;
}

type Look = Pick<CatalogCopy, 'unitOrWait' | 'touchpointOrWait' | 'programmeOrWait' | 'visible'>;

/**
 * The one rule for what a question names of the catalogue, at every door: nothing unknown is answered with an empty result, and nobody learns of units that are
 * not theirs.
 * @param called the fields, where the request calls them something else
 * @throws Problem 403 naming units that are not the principal's, whether they exist or not; else 400 naming every key that is not known
 */
export async function requireNamed(catalog: Look, principal: Pick<Principal, 'units'>, named: Named, called: Partial<Record<keyof Named, string>> = {}): Promise<void> {
  const { programme = 'programme', touchpoint = 'touchpoint', unit = 'unit' } = called;
  const [units, touchpoints, programmes] = [keysOf(named.unit), keysOf(named.touchpoint), keysOf(named.programme)];
  const missing = await Promise.all([
    ...programmes.map(async (key) => ((await catalog.programmeOrWait(key)) ? [] : [unknownKey(programme, 'programme', key)])),
    ...touchpoints.map(async (key) => ((await catalog.touchpointOrWait(key)) ? [] : [unknownKey(touchpoint, 'touchpoint', key)])),
    ...units.map(async (key) => ((await catalog.unitOrWait(key)) ? [] : [unknownKey(unit, 'unit', key)])),
  ]);
  // Only now: a unit that was put a moment ago, and was waited for, may be theirs.
  const visible = catalog.visible(principal);
  const foreign = visible === null ? [] : units.filter((key) => !visible.has(key));
  if (foreign.length > 0) throw notYourUnits(foreign.map((key) => ({ field: unit, unit: key })));
  if (missing.flat().length > 0) throw invalidInput(missing.flat());
}

const keysOf = (named: Named[keyof Named]): readonly string[] => (named === undefined || named === null ? [] : typeof named === 'string' ? [named] : named);
