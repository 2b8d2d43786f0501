import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import type { Programme } from '../catalog/catalog.ts';
import { Ago } from '../time/ago.tsx';
import classes from './asking.module.css';
import { isShownByFields } from './fields.ts';

interface SavePanelProps {
  /** Null: not published yet. */
  readonly programme: Programme | null;
  /** Published by somebody else since the form was opened. */
  readonly newer: Programme | null;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onReset: () => void;
}

/** Which version holds, and what saving does: the next version holds at once, and decisions name it. */
export function SavePanel({ programme, newer, changed, busy, error, onReset }: SavePanelProps) {
  const { t } = useTranslation();
  const beside = error instanceof ApiProblem && isShownByFields(error);
  return (
    <Panel title={programme === null ? t('asking.notPublished') : t('asking.version', { version: programme.version })} hint={programme && <>{t('asking.holdsSince')} <Ago at={programme.changedAt} /></>}>
      <p className={classes['note']}>{programme === null ? t('asking.firstVersion') : t('asking.nextVersion', { version: (newer ?? programme).version + 1 })}</p>
      {newer && <p role="status" className={classes['refused']}>{t('asking.newer', { version: newer.version })}</p>}
      {error && (beside ? <p role="alert" className={classes['refused']}>{t('asking.seeFields')}</p> : <ProblemView error={error} />)}
      <div className={classes['checks']}>
        <Button type="submit" form="policy" loading={busy} disabled={!changed}>{t('programme.save')}</Button>
        {programme && <Button variant="default" disabled={!changed || busy} onClick={onReset}>{t('asking.reset')}</Button>}
      </div>
    </Panel>
  );
}
