/** In which the survey and its messages are written. */
export const LANGUAGES = ['he', 'en', 'ar', 'ru', 'am'] as const;

/** A language's name in the reader's language; the tag itself where it has none. */
export function languageNames(reader: string): (tag: string) => string {
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
