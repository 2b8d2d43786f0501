/** The languages of the console. A new one is a folder of catalogues and a line here. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  he: { name: 'עברית', direction: 'rtl' },
} as const;

export type Language = keyof typeof LANGUAGES;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** What was chosen before, or the first of the browser's languages that there is a catalogue for (`iw` is Hebrew's old tag), or English. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  const candidates = [stored ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0] ?? '').map((tag) => (tag === 'iw' ? 'he' : tag));
  return candidates.find(isLanguage) ?? 'en';
}
