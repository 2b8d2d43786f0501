import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../exclusions/exclusions.module.css';
import { useLanguage } from '../i18n/language.ts';
import { shareDone, type FileProgress } from './use-file-import.ts';

/** How far a file is: sent, then row by row. */
export function ImportProgress({ sending, sent, progress }: { sending: boolean; sent: number; progress: FileProgress | undefined }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const share = progress ? shareDone(progress) : 0;
  return (
    <div role="status">
      <Progress value={100 * (sending ? sent : share)} animated aria-label={t('customers.progress')} />
      <p className={classes['note']}>{sending ? t('exclusions.sending', { share: format.percent(sent) }) : t('customers.rowsDone', { shown: format.count(progress?.rows ?? 0), share: format.percent(share) })}</p>
    </div>
  );
}
