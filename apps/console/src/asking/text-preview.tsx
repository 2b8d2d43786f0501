import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { directionOf } from '../i18n/direction.ts';
import classes from './asking.module.css';
import type { Preview, PreviewedText } from './preview.ts';

/** A text message, what it costs in parts, and how the conversation goes on. */
export function TextPreview({ message, language }: { message: NonNullable<Preview['sms']>; language: string }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const parts = ({ segments }: PreviewedText): string => t('asking.parts', { count: segments.count, shown: format.count(segments.count), alphabet: segments.alphabet, length: format.count(segments.length) });
  return (
    <>
      <p className={classes['note']}>{message.sender === null ? t('asking.noSender') : t('asking.from', { sender: message.sender })}</p>
      <p className={classes['bubble']} dir={directionOf(language)} lang={language}>{message.question.text}</p>
      <p className={classes['cost']}>{parts(message.question)}</p>
      {message.twoWay ? (
        <details className={classes['plain']}>
          <summary>{t('asking.conversation')}</summary>
          {message.conversation.map((one) => (
            <div key={one.kind}>
              <p className={classes['bubble']} dir={directionOf(language)} lang={language}>{one.text}</p>
              <p className={classes['cost']}>{parts(one)}</p>
            </div>
          ))}
        </details>
      ) : <p className={classes['note']}>{t('asking.oneWay')}</p>}
    </>
  );
}
