import i18next from 'i18next';

type Translate = (key: string, values: Readonly<Record<string, string>>) => string;

/** A text whose key is only known when it is looked for; undefined if there is none. */
export function textOf(key: string, values: Readonly<Record<string, string>> = {}): string | undefined {
  return i18next.isInitialized && i18next.exists(key) ? (i18next.t as unknown as Translate)(key, values) : undefined;
}
