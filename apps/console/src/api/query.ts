export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Adds query parameters; absent and empty ones are left out, lists are joined by commas (the API's own convention). */
export function withQuery(path: string, query: Query = {}): string {
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value)).replaceAll('%2C', ',')}`)
    .join('&');
  return search === '' ? path : `${path}?${search}`;
}
