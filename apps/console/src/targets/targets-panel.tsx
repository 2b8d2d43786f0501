import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useAskedMeasure, useNames } from '../catalog/catalog.ts';
import { useDays } from '../compare/use-group-names.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { TargetWords } from '../official/figures-table.tsx';
import classes from '../official/official.module.css';
import { ApiCall } from '../scores/api-call.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { Ago } from '../time/ago.tsx';
import type { DayRange } from '../time/range.ts';
import { TargetForm } from './target-form.tsx';
import { TARGETS_PATH, useTargets, type Target } from './use-targets.ts';

interface TargetsPanelProps {
  readonly title: ReactNode;
  readonly programme: string;
  /** Absent: this quarter so far. */
  readonly days?: DayRange;
}

/** What is aimed at, beside the live figure: met, not met, or undecided while the interval contains the target. */
export function TargetsPanel({ title, programme, days }: TargetsPanelProps) {
  const { t } = useTranslation();
  const names = useNames();
  const said = useDays();
  const session = useSession();
  const mayEdit = may(session, 'catalog:write');
  const query = { programme, measure: useAskedMeasure(programme), ...days };
  const { data, error, refetch } = useTargets(query);
  const [edited, setEdited] = useState<Target | 'new' | null>(null);
  // A target of all units is set by who answers for all of them.
  const mayChange = (target: Target): boolean => mayEdit && (target.unit !== null || session.units === null);
  return (
    <Panel flush title={title} hint={data && t('official.liveHint', { days: said(data) })} actions={<>{mayEdit && <Button size="xs" variant="default" onClick={() => setEdited('new')}>{t('official.setTarget')}</Button>}<ApiCall path={TARGETS_PATH} query={query} /></>}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={160} m={16} w="auto" /> : data.data.length === 0 ? <EmptyNote title={t('official.none')} text={t('official.noneText')} /> : (
        <table className={classes['table']}>
          <thead><tr><th scope="col">{t('official.place')}</th><th scope="col">{t('home.score')}</th><th scope="col">{t('official.target')}</th>{mayEdit && <th scope="col"><VisuallyHidden>{t('norms.edit')}</VisuallyHidden></th>}</tr></thead>
          <tbody>
            {data.data.map((target) => {
              const name = [target.unit === null ? t('filter.allUnits') : names.unit(target.unit), ...(target.touchpoint === null ? [] : [names.touchpoint(target.touchpoint)])].join(' · ');
              return (
                <tr key={`${target.unit} ${target.touchpoint}`}>
                  <td>
                    <Link to="/answers" search={{ from: data.from, to: data.to, ...(programme === DEFAULT_PROGRAMME ? {} : { programme }), ...(target.unit === null ? {} : { unit: target.unit }), ...(target.touchpoint === null ? {} : { touchpoint: target.touchpoint }) }}><bdi>{name}</bdi></Link>
                    <small>{t('official.setBy')} <bdi>{target.setByName ?? target.setBy}</bdi> <Ago at={target.setAt} /></small>
                  </td>
                  <td><ScoreFigure row={target.figure} /></td>
                  <td><TargetWords target={target.value} state={target.state} /></td>
                  {mayEdit && <td className={classes['acts']}>{mayChange(target) && <Button size="compact-xs" variant="default" aria-label={t('norms.editOf', { name })} onClick={() => setEdited(target)}>{t('norms.edit')}</Button>}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {edited !== null && <TargetForm target={edited === 'new' ? null : edited} programme={programme} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
