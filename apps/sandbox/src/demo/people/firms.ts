import { Random } from '../random.ts';
import type { DemoCustomer } from './customers.ts';

const FIRMS = 180;
const NAMES: readonly [readonly string[], readonly string[]] = [
  ['Carmel', 'Galil', 'Negev', 'Sharon', 'Arava', 'Hermon', 'Tavor', 'Kinneret', 'Yarkon', 'Gilboa'],
  ['Printing', 'Foods', 'Logistics', 'Clinics', 'Glass', 'Software', 'Builders', 'Optics', 'Textiles'],
];
const ROLES: readonly (readonly [string, number])[] = [['user', 55], ['accountant', 25], ['decision maker', 20]];

/** The firm that a business customer comes for, and what they are there. Nothing for private people. */
export function firmOf({ id, segment }: Pick<DemoCustomer, 'id' | 'segment'>): { account?: { id: string; name: string; role: string } } {
  if (segment !== 'business') return {};
  const random = new Random(`firm of ${id}`);
  const number = random.between(0, FIRMS - 1);
  const [first, second] = NAMES;
  return { account: { id: `F-${1000 + number}`, name: `${first[number % first.length]} ${second[Math.floor(number / first.length) % second.length]}`, role: random.weighted(ROLES) } };
}
