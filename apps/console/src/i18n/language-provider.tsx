import { useDirection } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createFormat } from '../figures/format.ts';
import { switchCatalogue } from './i18n.ts';
import { LanguageContext } from './language.ts';
import { LANGUAGES, type Language } from './languages.ts';

export const LANGUAGE_STORE = 'candor.language';

/** Keeps the catalogue, the document's language and direction, and the formats of figures in step. The catalogue of `initial` is already loaded. */
export function LanguageProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(initial);
  const { setDirection } = useDirection();
  const { direction } = LANGUAGES[language];

  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(direction);
  }, [language, direction, setDirection]);

  const choose = useCallback((next: Language) => {
    localStorage.setItem(LANGUAGE_STORE, next);
    void switchCatalogue(next).then(() => setLanguage(next));
  }, []);

  const state = useMemo(() => ({ language, rtl: direction === 'rtl', format: createFormat(language, direction === 'rtl'), choose }), [language, direction, choose]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
