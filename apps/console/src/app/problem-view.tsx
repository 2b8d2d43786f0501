import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import classes from './problem.module.css';

/** What is wrong, where, and what to do about it. What a role does not include is no fault: it is said quietly, and trying again would not help. */
export function ProblemView({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  const known = problem === null ? 'unexpected' : problem.status === 0 ? 'network' : problem.status === 403 ? 'forbidden' : problem.status === 404 ? 'missing' : problem.status >= 500 ? 'server' : null;
  const refused = known === 'forbidden';
  const Icon = refused ? IconLock : IconAlertTriangle;
  return (
    <div className={classes['problem']} role={refused ? 'status' : 'alert'} data-refused={refused || undefined}>
      <Icon size={18} aria-hidden />
      <div>
        <b>{known === null ? problem?.message : t(`problem.${known}.title`)}</b>
        <p>{known === null ? problem?.detail : t(`problem.${known}.detail`)}</p>
        {problem && problem.errors.length > 0 && (
          <ul>{problem.errors.map((one) => <li key={one.field}><code>{one.field}</code> {one.message}</li>)}</ul>
        )}
        {problem && problem.status > 0 && !refused && <p className={classes['code']}><code className="ltr">{problem.code}</code></p>}
        {onRetry && !refused && <Button size="xs" variant="default" onClick={onRetry}>{t('problem.retry')}</Button>}
      </div>
    </div>
  );
}
