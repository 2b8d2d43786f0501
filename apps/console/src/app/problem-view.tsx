import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import classes from './problem.module.css';

/** What is wrong, where, and what to do about it. What a role does not include is no fault: it is said quietly, and trying again would not help. */
export function ProblemView({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  const refused = problem?.status === 403;
  const fields = problem?.errors ?? [];
  const Icon = refused ? IconLock : IconAlertTriangle;
  return (
    <div className={classes['problem']} role={refused ? 'status' : 'alert'} data-refused={refused || undefined}>
      <Icon size={18} aria-hidden />
      <div>
        <b>{problem === null ? t('problem.unexpected.title') : problem.message}</b>
        {fields.length === 0 && <p dir="auto">{problem === null ? t('problem.unexpected.detail') : problem.detail}</p>}
        {fields.length > 0 && <ul>{fields.map(({ field, message }) => <li key={`${field} ${message}`}><code className="ltr">{field}</code> <bdi>{message}</bdi></li>)}</ul>}
        {problem && problem.status > 0 && !refused && <p className={classes['code']}><code className="ltr">{problem.code}</code></p>}
        {onRetry && !refused && <Button size="xs" variant="default" onClick={onRetry}>{t('problem.retry')}</Button>}
      </div>
    </div>
  );
}
