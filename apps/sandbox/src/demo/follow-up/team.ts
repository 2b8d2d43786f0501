import { CENTRAL } from '../bank/units.ts';

/** Staff of the bank who follow up unhappy customers while nobody plays them. */
export interface Colleague {
  readonly key: string;
  readonly name: string;
  readonly units: readonly string[];
}

export const COLLEAGUES: readonly Colleague[] = [
  { key: 'maya', name: 'Maya Ben-David', units: ['north', 'jerusalem'] },
  { key: 'amir', name: 'Amir Haddad', units: ['centre'] },
  { key: 'noga', name: 'Noga Shapira', units: ['south', ...CENTRAL.map(({ key }) => key)] },
];
