import { Random } from '../random.ts';
import { BRANCHES, CENTRAL } from '../bank/units.ts';
import { NAMES } from './names.ts';

export interface DemoStaff {
  readonly id: string;
  readonly name: string;
}

const AT_A_BRANCH = 6;
const AT_THE_CALL_CENTRE = 24;

/** Names of staff are written in Latin letters, as in the bank's own directory. */
function nameOf(random: Random): string {
  const { first, last } = NAMES[random.weighted([['he', 5], ['en', 2], ['ru', 2], ['am', 2]])];
  return [random.pick(first)[1], random.pick(last)[1]].map((part) => part[0]!.toUpperCase() + part.slice(1)).join(' ');
}

const team = (unit: string, prefix: string, size: number): [string, DemoStaff[]] => {
  const random = new Random(`staff of ${unit}`);
  return [unit, Array.from({ length: size }, (_, index) => ({ id: `emp-${prefix}${String(index + 1).padStart(2, '0')}`, name: nameOf(random) }))];
};

const TEAMS = new Map<string, readonly DemoStaff[]>([
  ...BRANCHES.map((branch, index) => team(branch.key, String(index + 1).padStart(2, '0'), AT_A_BRANCH)),
  team(CENTRAL[0].key, '90', AT_THE_CALL_CENTRE),
]);

/** Who served somebody there; nobody does in an app or at a machine. */
export function servedBy(random: Random, unit: string, touchpoint: string): DemoStaff | undefined {
  const staff = TEAMS.get(unit);
  return staff === undefined || touchpoint === 'cash-machine' || touchpoint === 'year-with-us' ? undefined : random.pick(staff);
}
