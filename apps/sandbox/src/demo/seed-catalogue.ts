import type { FrontDoor } from '../front-door/front-door.ts';
import { PEOPLE } from '../identity/people.ts';
import { PROGRAMMES, TOUCHPOINTS } from './bank/touchpoints.ts';
import { BRANCHES, CENTRAL, REGIONS, ROOT } from './bank/units.ts';

const AT_ONCE = 8;

/** Makes the bank known: units, programmes beside the first, touchpoints. The same calls again change nothing. */
export async function seedCatalogue(door: FrontDoor): Promise<void> {
  const { key, ...root } = ROOT;
  await door.put(`/v1/units/${key}`, { ...root, parent: null });
  await inParallel([...REGIONS, ...CENTRAL], (unit) => door.put(`/v1/units/${unit.key}`, { name: unit.name, parent: ROOT.key }));
  await inParallel(PROGRAMMES, ({ key: programme, ...policy }) => door.put(`/v1/programmes/${programme}`, policy));
  await Promise.all([
    inParallel(BRANCHES, (branch) => door.put(`/v1/units/${branch.key}`, { name: branch.name, parent: branch.region })),
    inParallel(TOUCHPOINTS, ({ key: touchpoint, name, programme: of, weight, delay }) => door.put(`/v1/touchpoints/${touchpoint}`, { name, programme: of, weight, delay })),
  ]);
}

/**
 * Gives the people of the identity provider their roles. Who is known already is left alone: somebody may have changed what they may do.
 * @param bank `coming`: only those who see everything, so that they can sign in at once; `there`: everybody; `none`: everybody, and all see everything
 */
export async function seedPeople(door: FrontDoor, bank: 'coming' | 'there' | 'none'): Promise<void> {
  for (const { subject, name, email, roles, demoUnits } of PEOPLE) {
    const limited = demoUnits !== null && bank !== 'none';
    if ((limited && bank === 'coming') || (await door.get(`/v1/people/${subject}`))) continue;
    await door.put(`/v1/people/${subject}`, { name, email, roles, ...(limited ? { units: demoUnits } : {}) });
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  }));
}
