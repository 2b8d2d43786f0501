import type { Company, Industry, Norms, ResponseRate } from './given.ts';

export type Kind = 'bands' | 'industries' | 'companies' | 'responseRates';

/** What was said instead of what is given; a value of null takes a given one away. */
export interface Saying {
  kind: Kind;
  key: string;
  value: unknown;
}

/** The norms that hold: the given ones, with what was said since in their place. Industries by name, companies from the best down. */
export function merged(given: Norms, said: readonly Saying[]): Norms {
  const bands = said.find(({ kind }) => kind === 'bands');
  return {
    bands: (bands?.value as Norms['bands'] | undefined) ?? given.bands,
    industries: replaced<Industry>(given.industries, said.filter(({ kind }) => kind === 'industries')).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    responseRates: replaced<ResponseRate>(given.responseRates, said.filter(({ kind }) => kind === 'responseRates')).sort((a, b) => (a.key < b.key ? -1 : 1)),
    companies: replaced<Company>(given.companies, said.filter(({ kind }) => kind === 'companies')).sort((a, b) => b.nps - a.nps || a.name.localeCompare(b.name, 'en')),
  };
}

function replaced<T extends { key: string }>(given: readonly T[], said: readonly Saying[]): T[] {
  const held = new Map(given.map((one) => [one.key, one]));
  for (const { key, value } of said) {
    if (value === null) held.delete(key);
    else held.set(key, { ...(value as Omit<T, 'key'>), key } as T);
  }
  return [...held.values()];
}
