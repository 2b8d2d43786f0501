import { createContext, useContext } from 'react';
import { createFormat, type Format } from '../figures/format.ts';
import type { Language } from './languages.ts';

export interface LanguageState {
  readonly language: Language;
  readonly rtl: boolean;
  /** Figures in this language. */
  readonly format: Format;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageState>({ language: 'en', rtl: false, format: createFormat('en', false), choose: () => undefined });

export const useLanguage = (): LanguageState => useContext(LanguageContext);
