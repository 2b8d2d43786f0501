import { useTranslation } from 'react-i18next';
import { directionOf } from '../i18n/direction.ts';
import classes from './asking.module.css';
import type { Preview } from './preview.ts';

/** A mail in a frame that can run nothing, follow nothing and reach nothing of the console. */
export function MailPreview({ mail, language }: { mail: NonNullable<Preview['email']>; language: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes['subject']} dir={directionOf(language)} lang={language}>{mail.subject}</p>
      <iframe title={t('asking.mailFrame')} sandbox="" srcDoc={mail.html} className={classes['mail']} />
      <details className={classes['plain']}>
        <summary>{t('asking.asText')}</summary>
        <pre dir={directionOf(language)} lang={language}>{mail.text}</pre>
      </details>
    </>
  );
}
