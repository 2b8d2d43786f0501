import { beyondYourUnits } from '@candor/http';
import type { Principal } from '@candor/identity';

/** An exclusion holds everywhere. @throws Problem 403 for whoever is limited to some units */
export function forAllUnits(principal: Principal): void {
  if (principal.units === null) return;
  throw beyondYourUnits('An exclusion holds in all units at once; this key or person is limited to some');
}
