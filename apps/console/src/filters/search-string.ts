/** The console's addresses carry plain `name=value` pairs, so that people can read and write them; the router's own JSON would not be. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Empty and absent values leave no trace in the address; commas stay commas. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

export const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined => allowed.find((candidate) => candidate === value);

/** A comma-separated list of an address, without repetitions. */
export const listOf = (value: string | undefined): string[] => [...new Set((value ?? '').split(',').map((part) => part.trim()).filter((part) => part !== ''))];
