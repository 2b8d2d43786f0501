import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanTable } from './plan-table.tsx';
import classes from './report.module.css';
import type { Report } from './report.ts';
import { useKeepReport, useMayPlan } from './use-report.ts';

/** What will be done: a report that leads to no plan was made for the drawer (domain 5.7). */
export function PlanPart({ report, query }: { report: Report; query: Query }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const mayPlan = useMayPlan();
  const keep = useKeepReport(query);
  const { id, plan: { items }, over } = report;
  return (
    <section className={`${classes['part']} ${classes['plan']}`}>
      <h3>{t('report.plan')}</h3>
      <p>{t('report.planHint')}</p>
      {editing && id !== null ? <PlanEditor report={{ ...report, id }} query={query} onDone={() => setEditing(false)} /> : (
        <>
          {items.length > 0 ? <PlanTable items={items} /> : <p className={classes['missing']}>{t(over ? 'report.noPlan' : 'report.planLater')}</p>}
          {mayPlan && over && (
            <div className={`${classes['line']} no-print`} style={{ marginBlockStart: 12 }}>
              {id === null
                ? <Button size="xs" loading={keep.isPending} onClick={() => keep.mutate(undefined, { onSuccess: () => setEditing(true) })}>{t('report.keepAndPlan')}</Button>
                : <Button size="xs" variant={items.length === 0 ? 'filled' : 'default'} onClick={() => setEditing(true)}>{t(items.length === 0 ? 'report.writePlan' : 'report.editPlan')}</Button>}
            </div>
          )}
          {keep.error && <ProblemView error={keep.error} />}
        </>
      )}
    </section>
  );
}
