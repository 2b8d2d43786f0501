import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Brand } from '../app/brand.tsx';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/language.ts';
import { signInAddress } from './session.ts';
import classes from './sign-in.module.css';

/** After signing in the reader is back at the address they came for. */
export function SignInPage() {
  const { t } = useTranslation();
  const { language, choose } = useLanguage();
  const returnTo = window.location.pathname + window.location.search;
  return (
    <main className={classes['page']}>
      <title>{t('signIn.title')}</title>
      <div className={classes['card']}>
        <Brand />
        <h1 className={classes['title']}>{t('signIn.heading')}</h1>
        <p className="quiet">{t('signIn.text')}</p>
        <Button component="a" href={signInAddress(returnTo)} size="md" fullWidth>{t('signIn.button')}</Button>
        <SegmentedControl size="xs" value={language} onChange={(value) => choose(value as Language)} aria-label={t('shell.language')}
          data={Object.entries(LANGUAGES).map(([value, { name: label }]) => ({ value, label }))} />
      </div>
    </main>
  );
}
