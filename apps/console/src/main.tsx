import '@mantine/core/styles.css';
import './app/global.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './app/queries.ts';
import { router } from './app/router.tsx';
import { theme, variables } from './app/theme.ts';
import { switchCatalogue } from './i18n/i18n.ts';
import { LANGUAGE_STORE, LanguageProvider } from './i18n/language-provider.tsx';
import { chooseLanguage, LANGUAGES } from './i18n/languages.ts';
import { NoticeProvider } from './notice/notice-provider.tsx';

const language = chooseLanguage(localStorage.getItem(LANGUAGE_STORE), navigator.languages);
const { direction } = LANGUAGES[language];
document.documentElement.lang = language;
document.documentElement.dir = direction;

// The first paint is already in the reader's language: nothing flips after it.
await switchCatalogue(language);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <LanguageProvider initial={language}>
          <QueryClientProvider client={queries}>
            <NoticeProvider>
              <RouterProvider router={router} />
            </NoticeProvider>
          </QueryClientProvider>
        </LanguageProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
