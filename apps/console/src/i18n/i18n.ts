import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { isolate } from './isolate.ts';
import type { Language } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** English comes with the console, since it is what a missing text falls back to; the others are fetched when chosen. */
const catalogues: Record<Language, () => Promise<object>> = {
  en: () => Promise.resolve(en),
  he: async () => (await import('./he/index.ts')).he,
};

const ready = i18next.use(initReactI18next).init({
  resources: { en: { translation: en } },
  lng: 'en',
  fallbackLng: 'en',
  // React escapes markup; what has to be kept apart here is direction.
  interpolation: { escapeValue: true, escape: (value) => isolate(String(value), i18next.dir()) },
  returnNull: false,
  showSupportNotice: false,
});

export async function switchCatalogue(language: Language): Promise<void> {
  await ready;
  if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await catalogues[language]());
  await i18next.changeLanguage(language);
}
