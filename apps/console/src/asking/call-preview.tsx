import { useTranslation } from 'react-i18next';
import { directionOf } from '../i18n/direction.ts';
import classes from './asking.module.css';
import type { Preview } from './preview.ts';

const KEYS = { '0-10': 'score', '*': 'ten', '*9': 'stop', 1: 'talk' } as const;

/** What a phone call says, step by step, and what can be pressed at each. */
export function CallPreview({ script, language }: { script: NonNullable<Preview['voice']>; language: string }) {
  const { t } = useTranslation();
  const { caller, recorded, steps } = script;
  return (
    <>
      <p className={classes['note']}>{caller === null ? t('call.noCaller') : t('call.from', { caller: `\u2066${caller}\u2069` })} {recorded && t('call.recorded')} {t('call.consent')}</p>
      <ol className={classes['script']}>
        {steps.map(({ kind, says, then, keys }) => (
          <li key={kind}>
            <b>{t(`call.step.${kind}`)}</b>
            {says.length > 0 && <p className={classes['bubble']} dir={directionOf(language)} lang={language}>{says.join(' ')}</p>}
            <p className={classes['cost']}>{keys?.map((key) => <span key={key}><kbd dir="ltr">{key}</kbd> {t(`call.key.${KEYS[key]}`)} </span>)}{then !== 'keys' && t(`call.then.${then}`)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
