import { useTranslation } from 'react-i18next';
import { SpokenReason } from '../answers/spoken-reason.tsx';
import { directionOf } from '../i18n/direction.ts';
import classes from './case.module.css';
import type { Case } from './case.ts';

/** Longer than this the words are set smaller: they are to be read, not scrolled. */
const LONG = 420;

export function CustomersWords({ answer }: { answer: Case['answer'] }) {
  const { t } = useTranslation();
  const words = answer.comment?.trim() ?? '';
  if (words === '' && answer.recording) return <div className={classes['quote']}><SpokenReason recording={answer.recording} /></div>;
  if (words === '') return <p className={classes['quote']} data-empty>{t('inbox.noWords')}</p>;
  return (
    <>
      <blockquote className={classes['quote']} dir={directionOf(answer.language)} lang={answer.language ?? undefined} data-length={words.length > LONG ? 'long' : 'short'}>{words}</blockquote>
      {answer.recording && <div className={classes['spoken']}><SpokenReason recording={answer.recording} /></div>}
    </>
  );
}
